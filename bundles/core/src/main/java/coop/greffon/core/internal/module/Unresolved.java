package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Why a bundle that is installed does not run. */
final class Unresolved {
    private static final Pattern PACKAGE = Pattern.compile(PackageNamespace.PACKAGE_NAMESPACE + "=([^)]*)");

    private final FrameworkWiring framework;

    Unresolved(FrameworkWiring framework) {
        this.framework = framework;
    }

    Text reason(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (bundle.getState() != Bundle.INSTALLED || revision == null) {
            return Text.of("core.module.stopped");
        }
        List<String> missing = revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(Unresolved::isMandatory)
                .filter(requirement -> framework.findProviders(requirement).isEmpty())
                .map(Unresolved::packageOf)
                .toList();
        return missing.isEmpty()
                ? Text.of("core.module.unresolved")
                : Text.of("core.module.package-missing", String.join(", ", missing));
    }

    private static boolean isMandatory(BundleRequirement requirement) {
        var directives = requirement.getDirectives();
        return !Namespace.RESOLUTION_OPTIONAL.equals(directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE))
                && !PackageNamespace.RESOLUTION_DYNAMIC.equals(
                        directives.get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE));
    }

    private static String packageOf(BundleRequirement requirement) {
        String filter = String.valueOf(requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE));
        Matcher name = PACKAGE.matcher(filter);
        return name.find() ? name.group(1) : filter;
    }
}
