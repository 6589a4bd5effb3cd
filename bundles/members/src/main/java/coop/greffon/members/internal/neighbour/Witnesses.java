package coop.greffon.members.internal.neighbour;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks those who answer an extension point, each on a thread of its own and none for longer than 200 ms: the door does not wait for a
 * bundle that hangs, and does not open because of one that fails or is down.
 *
 * @param <S> the extension point
 */
public final class Witnesses<S> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final long PATIENCE_MILLIS = 200;
    private static final int MOST_THREADS = 32;

    private final Class<S> point;
    private final Extensions<S> present;
    private final DeclaredNeighbours declared;
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, MOST_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                var thread = new Thread(task, "greffon-members-neighbours");
                thread.setDaemon(true);
                return thread;
            });

    /** Those who are present, and those who should be. */
    public Witnesses(Class<S> point, Extensions<S> present, DeclaredNeighbours declared) {
        this.point = point;
        this.present = present;
        this.declared = declared;
    }

    /**
     * What one of them says.
     *
     * @param module its short name
     * @param answer empty where it gave none: it failed, took too long, or is down
     */
    public record Testimony<A>(String module, Optional<A> answer) {
        private static <A> Testimony<A> none(String module) {
            return new Testimony<>(module, Optional.empty());
        }
    }

    /** What all say, those who are down at the end. */
    public <A> List<Testimony<A>> ask(Function<S, A> question) {
        List<Testimony<A>> testimonies = new ArrayList<>(ask(module -> true, question));
        silent().forEach(module -> testimonies.add(Testimony.none(module)));
        return testimonies;
    }

    /** What those say who are present and belong to certain modules. */
    public <A> List<Testimony<A>> ask(Predicate<String> modules, Function<S, A> question) {
        List<Extension<S>> asked = present.all().stream()
                .filter(witness -> modules.test(witness.module()))
                .toList();
        List<Future<A>> answers =
                asked.stream().map(witness -> begin(witness, question)).toList();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        List<Testimony<A>> testimonies = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String module = asked.get(i).module();
            testimonies.add(new Testimony<>(module, answer(answers.get(i), deadline, module)));
        }
        return testimonies;
    }

    /** The modules that gave no answer, each once. */
    public static <A> List<String> silent(List<Testimony<A>> testimonies) {
        return testimonies.stream()
                .filter(testimony -> testimony.answer().isEmpty())
                .map(Testimony::module)
                .distinct()
                .toList();
    }

    /** The modules that should answer and are down. */
    public Set<String> silent() {
        return silent(declared, point, present);
    }

    /** The modules that should answer an extension point and are down. */
    public static <S> Set<String> silent(DeclaredNeighbours declared, Class<S> point, Extensions<S> present) {
        Set<String> silent = new TreeSet<>(declared.of(point));
        silent.removeAll(present.all().stream().map(Extension::module).collect(Collectors.toSet()));
        return silent;
    }

    private <A> Future<A> begin(Extension<S> witness, Function<S, A> question) {
        try {
            return threads.submit(() -> question.apply(witness.service()));
        } catch (RejectedExecutionException busy) {
            LOG.warn("All {} threads wait for {}; module {} is not asked", MOST_THREADS, name(), witness.module());
            return CompletableFuture.failedFuture(busy);
        }
    }

    private <A> Optional<A> answer(Future<A> answer, long deadline, String module) {
        try {
            return Optional.ofNullable(answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException failed) {
            LOG.warn("The {} of module {} failed", name(), module, failed);
        } catch (java.util.concurrent.TimeoutException late) {
            LOG.warn("The {} of module {} took over {} ms", name(), module, PATIENCE_MILLIS);
        }
        // Late, it ends by itself: whoever is interrupted while reading H2's file closes it for everybody.
        return Optional.empty();
    }

    private String name() {
        return point.getSimpleName();
    }

    @Override
    public void close() {
        present.close();
        threads.shutdown();
    }
}
