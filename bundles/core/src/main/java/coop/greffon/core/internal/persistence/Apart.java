package coop.greffon.core.internal.persistence;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Does something outside the caller's transaction, on a thread of its own, and waits for it.
 *
 * <p>Aries keeps one EntityManager per thread and unit: asked for a new transaction within another one, it answers with the
 * EntityManager, and so the connection, of the outer one, and the pool refuses.
 */
public final class Apart {
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "greffon-apart");
        thread.setDaemon(true);
        return thread;
    });

    private Apart() {}

    /** The result of the work; what it throws is thrown here. */
    public static <R> R from(Supplier<R> work) {
        Future<R> running = THREADS.submit(work::get);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException waitOn) {
                    // The work is not undone half-way; whoever interrupted is heard afterwards.
                    interrupted = true;
                } catch (ExecutionException failed) {
                    throw rethrown(failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        // A supplier throws nothing else.
        return (RuntimeException) cause;
    }
}
