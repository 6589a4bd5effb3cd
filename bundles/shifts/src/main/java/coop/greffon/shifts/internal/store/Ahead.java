package coop.greffon.shifts.internal.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Works at some parts at once and hands what comes of them over one by one, in their order: the database reads while others reckon. */
final class Ahead {
    private static final int AT_ONCE = 2;

    /** As many as keep the workers busy while what they did is taken. */
    private static final int UNDER_WAY = AT_ONCE + 1;

    private Ahead() {}

    /**
     * Works at part after part.
     *
     * @param next the next part, empty after the last one; asked by the calling thread
     * @param work done by threads of its own
     * @param done takes what came of each, on the calling thread
     */
    static <P, R> void work(Supplier<Optional<P>> next, Function<P, R> work, Consumer<R> done) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "greffon-shifts-ahead");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<CompletableFuture<R>> underWay = new ArrayDeque<>();
            boolean isLast = false;
            do {
                while (!isLast && underWay.size() < UNDER_WAY) {
                    Optional<P> part = next.get();
                    part.ifPresent(one -> underWay.add(CompletableFuture.supplyAsync(() -> work.apply(one), threads)));
                    isLast = part.isEmpty();
                }
                if (!underWay.isEmpty()) {
                    done.accept(underWay.remove().join());
                }
            } while (!underWay.isEmpty());
        } finally {
            // Not at once: a thread that is interrupted while it reads closes the file of an embedded database.
            threads.shutdown();
        }
    }
}
