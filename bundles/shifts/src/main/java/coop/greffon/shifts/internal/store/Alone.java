package coop.greffon.shifts.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does something with each of several, so that one with which it cannot be done keeps no other from it. */
public final class Alone {
    private Alone() {}

    /**
     * Does it with each in turn.
     *
     * @throws IllegalStateException once all had their turn, where it could not be done with some
     */
    public static <T> void each(List<T> all, Consumer<T> deed) {
        List<RuntimeException> failed = new ArrayList<>();
        for (T one : all) {
            try {
                deed.accept(one);
            } catch (RuntimeException fault) {
                failed.add(fault);
            }
        }
        if (!failed.isEmpty()) {
            var told = new IllegalStateException(
                    "Of " + all.size() + " things to do " + failed.size() + " cannot be done", failed.get(0));
            failed.stream().skip(1).forEach(told::addSuppressed);
            throw told;
        }
    }
}
