package coop.greffon.core.internal.identity;

import coop.greffon.core.problem.TooSoon;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few at a time do what costs much memory; the others wait in line, and those who would wait too long are told to come back. */
final class Turns {
    private final Semaphore free;
    private final Duration patience;

    Turns(int atOnce, Duration patience) {
        this.free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * Does it when its turn comes.
     *
     * @throws TooSoon where the line is too long
     */
    <R> R take(Supplier<R> work) {
        if (!comes()) {
            throw new TooSoon(patience);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean comes() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
