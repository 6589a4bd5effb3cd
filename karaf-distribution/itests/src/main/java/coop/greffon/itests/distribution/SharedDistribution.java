package coop.greffon.itests.distribution;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test class that asks for one the same {@link RunningDistribution}, started at the first request: with every module that the
 * distribution ships, so that each page and command of ours is looked at.
 */
public final class SharedDistribution implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(SharedDistribution.class);

    /** What lies in the system folder and does not start by itself. */
    private static final List<String> NOT_STARTED_BY_ITSELF = List.of("shifts");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == RunningDistribution.class;
    }

    @Override
    public RunningDistribution resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.isAnnotated(OnPostgreSql.class) ? onPostgreSql(test) : onH2(test);
    }

    /** The shared distribution, for another extension. */
    public static RunningDistribution onH2(ExtensionContext test) {
        return store(test)
                .getOrComputeIfAbsent(
                        "h2",
                        key -> start(new DistributionSetup("shared-h2").asDemo().shortLived()),
                        RunningDistribution.class);
    }

    private static RunningDistribution onPostgreSql(ExtensionContext test) {
        return store(test)
                .getOrComputeIfAbsent(
                        "postgresql",
                        key -> start(new DistributionSetup("shared-postgresql")
                                .asDemo()
                                .shortLived()
                                .onPostgreSql()),
                        RunningDistribution.class);
    }

    private static RunningDistribution start(DistributionSetup setup) {
        RunningDistribution greffon = setup.start();
        NOT_STARTED_BY_ITSELF.forEach(module -> greffon.console("greffon:install " + module));
        awaitStory(greffon);
        return greffon;
    }

    /** The demo tells the part of a module that comes later once that is up. */
    private static void awaitStory(RunningDistribution greffon) {
        Client referent = greffon.as(DemoPerson.REFERENT);
        for (int i = 0; i < 300 && !referent.get("/shifts/members").body().contains("<tbody"); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    // The root's store closes what it holds when the last test class of the run has ended.
    private static ExtensionContext.Store store(ExtensionContext test) {
        return test.getRoot().getStore(NAMESPACE);
    }
}
