package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.TooSoon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final int MANY = 24;

    private final ExecutorService people = Executors.newFixedThreadPool(MANY);

    @AfterEach
    void stop() {
        people.shutdownNow();
    }

    @Test
    void twoAtOnceAndTheOthersWait() throws Exception {
        var turns = new Turns(2, Duration.ofSeconds(30));
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int person = 0; person < MANY; person++) {
            all.add(people.submit(() -> turns.take(() -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                pause();
                return now.decrementAndGet();
            })));
        }

        for (Future<Integer> one : all) {
            one.get(30, TimeUnit.SECONDS);
        }

        assertThat(most).hasValue(2);
    }

    @Test
    void whoWaitsTooLongIsToldToComeBack() throws Exception {
        var turns = new Turns(1, Duration.ofMillis(50));
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        Future<Boolean> first = people.submit(() -> turns.take(() -> wait(begun, end)));
        begun.await();

        assertThatThrownBy(() -> turns.take(() -> "mine")).isInstanceOf(TooSoon.class);

        end.countDown();
        assertThat(first.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(turns.<String>take(() -> "mine")).isEqualTo("mine");
    }

    @Test
    void aTurnEndsWhateverHappens() {
        var turns = new Turns(1, Duration.ofMillis(50));
        assertThatThrownBy(() -> turns.take(() -> {
                    throw new OutOfMemoryError("for the test");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(turns.<String>take(() -> "mine")).isEqualTo("mine");
    }

    @Test
    void passwordsWaitForTheirTurn() throws Exception {
        String stored = Passwords.hash("une phrase longue");
        var end = new CountDownLatch(1);
        var begun = new CountDownLatch(Passwords.AT_ONCE);
        for (int taken = 0; taken < Passwords.AT_ONCE; taken++) {
            people.submit(() -> Passwords.TURNS.take(() -> wait(begun, end)));
        }
        begun.await();

        Future<Boolean> third = people.submit(() -> Passwords.matches("une phrase longue", stored));
        assertThatThrownBy(() -> third.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        end.countDown();
        assertThat(third.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean wait(CountDownLatch begun, CountDownLatch end) {
        begun.countDown();
        try {
            return end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
