package coop.greffon.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same again and again for a while, on several threads at once, and takes the time of each. */
final class Load {
    private static final int MOST_PER_THREAD = 2_000_000;

    private Load() {}

    /** What one thread repeats; opened and closed by that thread. */
    interface Work extends AutoCloseable {
        void once() throws Exception;
    }

    /** Makes the work of a thread. */
    @FunctionalInterface
    interface Worker {
        Work open(int thread) throws Exception;
    }

    /**
     * What came of it.
     *
     * @param count how many were done
     * @param perSecond how many were done per second
     * @param median the time of the one in the middle, in microseconds
     */
    record Result(int count, double perSecond, double median) {}

    static Result run(int threads, Duration warmUp, Duration measured, Worker worker) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long from = System.nanoTime() + warmUp.toNanos();
            long to = from + measured.toNanos();
            List<Future<long[]>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                running.add(pool.submit(() -> times(worker, thread, from, to)));
            }
            long[] all = new long[0];
            for (Future<long[]> future : running) {
                long[] some = future.get();
                int end = all.length;
                all = Arrays.copyOf(all, end + some.length);
                System.arraycopy(some, 0, all, end, some.length);
            }
            Arrays.sort(all);
            return new Result(all.length, all.length / (measured.toNanos() / 1e9), all[all.length / 2] / 1e3);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] times(Worker worker, int thread, long from, long to) throws Exception {
        long[] times = new long[MOST_PER_THREAD];
        int count = 0;
        try (Work work = worker.open(thread)) {
            for (long start = System.nanoTime(); start < to; ) {
                work.once();
                long end = System.nanoTime();
                if (start >= from && count < times.length) {
                    times[count++] = end - start;
                }
                start = end;
            }
        }
        return Arrays.copyOf(times, count);
    }
}
