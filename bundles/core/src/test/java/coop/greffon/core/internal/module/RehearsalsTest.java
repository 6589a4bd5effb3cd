package coop.greffon.core.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.karaf.features.FeaturesService;
import org.apache.karaf.features.FeaturesService.Option;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalsTest {
    private static final String LACKS =
            "missing requirement [coop.scale/0.1.0] osgi.wiring.package; (osgi.wiring.package=org.scale)";

    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, Rehearsals.Plan> plans = new TreeMap<>(Map.of("scale", List::of));
    private volatile CountDownLatch rehearsed = new CountDownLatch(1);
    private final Rehearsals rehearsals = new Rehearsals(features(), this::plans, Duration.ofMillis(20));

    private FeaturesService features() {
        return (FeaturesService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeaturesService.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("installFeatures");
                    assertThat(arguments[1]).isEqualTo(EnumSet.of(Option.Upgrade, Option.Simulate));
                    asked.incrementAndGet();
                    if (failure.get() != null) {
                        throw failure.get();
                    }
                    return null;
                });
    }

    /** The last plan ends what a test waits for: whatever comes before it is over then. */
    private Map<String, Rehearsals.Plan> plans() {
        Map<String, Rehearsals.Plan> all = new TreeMap<>(plans);
        all.put("zz-last", () -> {
            rehearsed.countDown();
            throw new Refused(Text.of("core.module.unknown", "zz-last"));
        });
        return all;
    }

    private void rehearse() throws InterruptedException {
        rehearsed = new CountDownLatch(1);
        rehearsals.soon();
        assertThat(rehearsed.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void close() {
        rehearsals.close();
    }

    @Test
    void whatIsLackedIsToldUntilItIsThere() throws InterruptedException {
        failure.set(new Exception(LACKS));
        rehearse();
        assertThat(rehearsals.obstacle("scale")).contains(Text.of("core.module.package-missing", "org.scale"));

        failure.set(null);
        rehearse();
        assertThat(rehearsals.obstacle("scale")).isEmpty();
    }

    @Test
    void aPlanThatNoVersionFitsTellsSo() throws InterruptedException {
        plans.put("scale", () -> {
            throw new Refused(Text.of("core.module.host", "core"));
        });
        rehearse();

        assertThat(rehearsals.obstacle("scale")).contains(Text.of("core.module.host", "core"));
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatElseGoesWrongIsNoObstacle() throws InterruptedException {
        failure.set(new IllegalStateException("the disk is busy"));
        rehearse();

        assertThat(asked).hasValue(1);
        assertThat(rehearsals.obstacle("scale")).isEmpty();
    }

    @Test
    void whatIsNoLongerOfferedIsForgotten() throws InterruptedException {
        failure.set(new Exception(LACKS));
        rehearse();
        plans.clear();
        rehearse();

        assertThat(rehearsals.obstacle("scale")).isEmpty();
    }

    @Test
    void changesInARowAreOneRehearsal() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            rehearsals.soon();
        }
        rehearse();

        assertThat(asked).hasValueBetween(1, 2);
    }

    @Test
    void whatChangesAfterTheEndIsNotRehearsed() throws InterruptedException {
        rehearsals.close();
        rehearsals.soon();

        assertThat(rehearsed.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }
}
