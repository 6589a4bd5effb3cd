package coop.greffon.members.internal.importing.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Does things outside the transaction of an import, on one thread of its own: in the container a thread has one EntityManager per unit,
 * and so one connection, whatever transaction it asks for.
 */
public final class Aside implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "greffon-members-import");
        made.setDaemon(true);
        return made;
    });

    /** The result of the work; what it throws is thrown here. */
    public <R> R ask(Supplier<R> work) {
        Future<R> asked = thread.submit(work::get);
        try {
            return asked.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import is stopped", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failed.getCause();
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
