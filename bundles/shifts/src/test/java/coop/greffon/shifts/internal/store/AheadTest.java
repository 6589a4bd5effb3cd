package coop.greffon.shifts.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AheadTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Integer> done = new ArrayList<>();

    private Optional<Integer> next(int parts) {
        int part = asked.incrementAndGet();
        return part > parts ? Optional.empty() : Optional.of(part);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 100})
    void eachPartIsHandedOverOnceAndInItsOrder(int parts) {
        Thread caller = Thread.currentThread();

        Ahead.work(() -> next(parts), part -> part * 10, result -> {
            assertThat(Thread.currentThread()).isSameAs(caller);
            done.add(result);
        });

        List<Integer> expected = new ArrayList<>();
        for (int part = 1; part <= parts; part++) {
            expected.add(part * 10);
        }
        assertThat(done).isEqualTo(expected);
        assertThat(asked).as("nobody asks on after the last part").hasValue(parts + 1);
    }

    /** The first ends only once the second has: were they not worked at together, neither would. */
    @Test
    void twoAreWorkedAtTogetherAndTheFirstStillComesFirst() {
        var second = new CountDownLatch(1);

        Ahead.work(
                () -> next(2),
                part -> {
                    if (part == 2) {
                        second.countDown();
                    }
                    return part == 2 || isReached(second) ? part : -1;
                },
                done::add);

        assertThat(done).containsExactly(1, 2);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void whatFailsIsThrownAndNothingAfterItIsTaken() {
        assertThatThrownBy(() -> Ahead.work(
                        () -> next(9),
                        part -> {
                            if (part == 2) {
                                throw new IllegalStateException("part 2");
                            }
                            return part;
                        },
                        done::add))
                .hasRootCauseMessage("part 2");
        assertThat(done).containsExactly(1);
    }
}
