package coop.greffon.itests.browser;

import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/** One browser for the whole run; none installed is a counted skip, or a failure where a browser is required. */
final class BrowserExtension implements BeforeEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(BrowserExtension.class);
    private static final String REQUIRED = "GREFFON_REQUIRE_BROWSER";

    @Override
    public void beforeEach(ExtensionContext test) {
        if (chromium(test).isPresent()) {
            return;
        }
        String reason = "no Chromium on the PATH (" + String.join(", ", InstalledChromium.NAMES) + ")";
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            throw new AssertionError(reason + " although " + REQUIRED + " is true");
        }
        store(test)
                .getOrComputeIfAbsent("skipped", key -> new SkippedTests(reason), SkippedTests.class)
                .count();
        throw new TestAbortedException(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
        RunningDistribution greffon = SharedDistribution.onH2(test);
        return chromium(test)
                .map(path ->
                        store(test).getOrComputeIfAbsent("browser", key -> new Browser(path, greffon), Browser.class))
                .orElseThrow();
    }

    private static Optional<Path> chromium(ExtensionContext test) {
        Chromium found = store(test)
                .getOrComputeIfAbsent("chromium", key -> new Chromium(InstalledChromium.find()), Chromium.class);
        return found.path();
    }

    private static ExtensionContext.Store store(ExtensionContext test) {
        return test.getRoot().getStore(NAMESPACE);
    }

    private record Chromium(Optional<Path> path) {}
}
