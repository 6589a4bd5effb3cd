package coop.greffon.core.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

/** The sentences are those that Karaf 4.4 and Felix 7 print. */
class UnmetTest {
    @Test
    void theInnermostRequirementIsTheReason() {
        var failure = new Exception(
                "Unable to resolve root: missing requirement [root] osgi.identity; osgi.identity=greffon-scale;"
                        + " type=karaf.feature; version=\"[0.1.0,0.1.0]\"; filter:=\"(&(osgi.identity=greffon-scale)(type=karaf.feature))\""
                        + " [caused by: Unable to resolve greffon-scale/0.1.0: missing requirement [greffon-scale/0.1.0] osgi.identity;"
                        + " osgi.identity=coop.scale; type=osgi.bundle; version=\"[0.1.0,0.1.0]\"; resolution:=mandatory [caused by: Unable"
                        + " to resolve coop.scale/0.1.0: missing requirement [coop.scale/0.1.0] osgi.wiring.package;"
                        + " filter:=\"(&(osgi.wiring.package=org.scale.api)(version>=1.2.0)(!(version>=2.0.0)))\"]]");

        assertThat(Unmet.in(failure)).contains(Text.of("core.module.package-missing", "org.scale.api 1.2.0"));
    }

    @Test
    void aPackageOfAnyVersionIsNamedAlone() {
        var failure = new IllegalStateException(new BundleException(
                "Unable to resolve coop.scale [12](R 12.0): missing requirement [coop.scale [12](R 12.0)] osgi.wiring.package;"
                        + " (osgi.wiring.package=org.scale.api)"));

        assertThat(Unmet.in(failure)).contains(Text.of("core.module.package-missing", "org.scale.api"));
    }

    @Test
    void aFeatureThatNobodyOffersIsNamed() {
        var failure = new Exception("Unable to resolve root: missing requirement [root] osgi.identity;"
                + " osgi.identity=greffon-scale; type=karaf.feature; filter:=\"(&(osgi.identity=greffon-scale))\"");

        assertThat(Unmet.in(failure)).contains(Text.of("core.module.package-missing", "greffon-scale"));
    }

    @Test
    void aNewerJavaIsNamedAsPeopleSayIt() {
        var failure =
                new Exception("Unable to resolve greffon-scale/0.1.0: missing requirement [coop.scale/0.1.0] osgi.ee;"
                        + " filter:=\"(&(osgi.ee=JavaSE)(version=21))\"]]");

        assertThat(Unmet.in(failure)).contains(Text.of("core.module.package-missing", "Java 21"));
    }

    @Test
    void whateverElseIsNamedByItsKindAndItsCondition() {
        var failure =
                new Exception("Unable to resolve coop.scale [12](R 12.0): missing requirement [coop.scale [12](R 12.0)]"
                        + " osgi.extender; filter:=\"(&(osgi.extender=osgi.scale)(version>=1.0))\"]");

        assertThat(Unmet.in(failure))
                .contains(Text.of(
                        "core.module.package-missing", "osgi.extender (&(osgi.extender=osgi.scale)(version>=1.0))"));
    }

    @Test
    void anotherFailureIsNone() {
        assertThat(Unmet.in(new IllegalStateException("the disk is full"))).isEmpty();
        assertThat(Unmet.in(new NullPointerException())).isEmpty();
    }
}
