package coop.greffon.core.internal.module;

import coop.greffon.core.message.Text;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.namespace.IdentityNamespace;
import org.osgi.framework.namespace.PackageNamespace;

/** What the resolver lacked, from its own words: it keeps it nowhere else. */
final class Unmet {
    /** A package, with the least version where one is asked for. */
    private static final Pattern PACKAGE =
            Pattern.compile("\\(" + PackageNamespace.PACKAGE_NAMESPACE + "=([^)]+)\\)(?:\\(version>=([^)]+)\\))?");

    private static final Pattern IDENTITY = Pattern.compile(IdentityNamespace.IDENTITY_NAMESPACE + "=([^;\\s]+)");
    /** A Java newer than the one that runs. */
    private static final Pattern JAVA = Pattern.compile("\\(osgi\\.ee=JavaSE\\).*?\\(version=([^)]+)\\)");

    /** Whatever else: its kind, and the condition. */
    private static final Pattern OTHER = Pattern.compile("^([\\w.]+);.*?(\\(.*\\))");

    private static final String REQUIREMENT = "missing requirement [";

    private Unmet() {}

    /** What was missing in the end; empty where it failed for something else. */
    static Optional<Text> in(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        // Each requirement is named with why it is not met: the innermost one is the reason.
        int innermost = message.lastIndexOf(REQUIREMENT);
        if (innermost < 0) {
            return failure.getCause() == null ? Optional.empty() : in(failure.getCause());
        }
        String named = message.substring(innermost + REQUIREMENT.length());
        // Whose requirement it is stands before it.
        String requirement = named.substring(named.indexOf("] ") + 1).strip();
        String missing = first(PACKAGE, requirement)
                .map(found -> found.group(1) + (found.group(2) == null ? "" : " " + found.group(2)))
                .or(() -> first(IDENTITY, requirement).map(found -> found.group(1)))
                .or(() -> first(JAVA, requirement).map(found -> "Java " + found.group(1)))
                .or(() -> first(OTHER, requirement).map(found -> found.group(1) + " " + found.group(2)))
                .orElse(requirement);
        return Optional.of(Text.of("core.module.package-missing", missing));
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }
}
