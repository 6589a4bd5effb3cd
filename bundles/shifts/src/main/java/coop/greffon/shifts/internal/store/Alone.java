package coop.greffon.shifts.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something with each of several, so that one with which it cannot be done keeps no other from it. */
public final class Alone {
    private static final Logger LOG = LoggerFactory.getLogger(Alone.class);

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
            var told = new IllegalStateException(
                    "Of " + all.size() + " things to do " + faults.size() + " cannot be done: "
                            + faults.get(0).getMessage(),
                    faults.get(0));
            faults.stream().skip(1).forEach(told::addSuppressed);
            throw told;
        }
    }

    /**
     * The same, naming those with which it cannot be done; why is logged.
     *
     * @param what what they are, such as {@code workers}
     * @throws IllegalStateException once all had their turn, where it could not be done with some
     */
    public static <T> void each(List<T> all, String what, Consumer<T> deed) {
        Map<T, RuntimeException> failed = tried(all, deed);
        failed.forEach((one, fault) -> LOG.error("This cannot be done with {} of the {}", one, what, fault));
        if (!failed.isEmpty()) {
            throw new IllegalStateException("This cannot be done with the " + what + " " + failed.keySet());
        }
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
