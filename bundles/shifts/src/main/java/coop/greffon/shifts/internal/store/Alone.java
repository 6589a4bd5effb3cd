package coop.greffon.shifts.internal.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something with each of several, so that one with which it cannot be done keeps no other from it. */
public final class Alone {
    private static final Logger LOG = LoggerFactory.getLogger(Alone.class);
    private static final int MOST_TOLD = 3;

    private Alone() {}

    /**
     * Does it with each in turn.
     *
     * @throws IllegalStateException once all had their turn, where it could not be done with some
     */
    public static <T> void each(List<T> all, Consumer<T> deed) {
        Map<T, RuntimeException> failed = tried(all, deed);
        if (!failed.isEmpty()) {
            List<RuntimeException> faults = List.copyOf(failed.values());
            // A job tells the innermost cause of its failure: this one, which says what all of them say.
            var told = new IllegalStateException(
                    "Of " + all.size() + " things to do " + faults.size() + " cannot be done: " + messages(faults));
            faults.forEach(told::addSuppressed);
            throw told;
        }
    }

    /**
     * The same, naming those with which it cannot be done; why is logged.
     *
     * @param what what they are, such as {@code members}
     * @param name what people call one of them
     * @throws IllegalStateException once all had their turn, where it could not be done with some
     */
    public static <T> void each(List<T> all, String what, Function<T, ?> name, Consumer<T> deed) {
        Map<T, RuntimeException> failed = tried(all, deed);
        if (failed.isEmpty()) {
            return;
        }
        Map<Object, RuntimeException> named = new LinkedHashMap<>();
        failed.forEach((one, fault) -> named.put(name.apply(one), fault));
        named.forEach((one, fault) -> LOG.error("This cannot be done with {} of the {}", one, what, fault));
        throw new IllegalStateException(
                "This cannot be done with the " + what + " " + named.keySet() + ": " + messages(named.values()));
    }

    /** What several have in common is said once. */
    private static String messages(Collection<RuntimeException> faults) {
        return faults.stream()
                .map(fault -> fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage())
                .distinct()
                .limit(MOST_TOLD)
                .collect(Collectors.joining("; "));
    }

    private static <T> Map<T, RuntimeException> tried(List<T> all, Consumer<T> deed) {
        Map<T, RuntimeException> failed = new LinkedHashMap<>();
        for (T one : all) {
            try {
                deed.accept(one);
            } catch (RuntimeException fault) {
                failed.put(one, fault);
            }
        }
        return failed;
    }
}
