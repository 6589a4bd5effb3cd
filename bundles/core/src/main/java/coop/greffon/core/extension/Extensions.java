package coop.greffon.core.extension;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The services that answer one extension point right now, best rank first.
 *
 * <p>Reading is cheap and never blocks; a neighbour that comes or goes shows at the next read. Thread-safe.
 *
 * @param <T> the extension point
 */
public final class Extensions<T> implements AutoCloseable {
    private final Supplier<List<Extension<T>>> snapshot;
    private final Runnable close;

    private Extensions(Supplier<List<Extension<T>>> snapshot, Runnable close) {
        this.snapshot = snapshot;
        this.close = close;
    }

    /**
     * Follows the services of a type.
     *
     * @param context the context of the bundle that asks
     * @param type the extension point
     */
    public static <T> Extensions<T> of(BundleContext context, Class<T> type) {
        var tracker = new RankedTracker<>(context, type);
        tracker.open();
        return new Extensions<>(tracker::ranked, tracker::close);
    }

    /**
     * A list that does not change: for tests and for code that runs outside a container.
     *
     * @param module the module said to provide them
     * @param services the answers, best first
     */
    @SafeVarargs
    public static <T> Extensions<T> fixed(String module, T... services) {
        List<Extension<T>> extensions = Arrays.stream(services)
                .map(service -> new Extension<>(service, module))
                .toList();
        return new Extensions<>(() -> extensions, () -> {});
    }

    /** The answers with the modules they come from, best rank first, never null. */
    public List<Extension<T>> all() {
        return snapshot.get();
    }

    /** The answers alone, best rank first. */
    public Stream<T> stream() {
        return all().stream().map(Extension::service);
    }

    /** Stops following; {@link #all()} is empty afterwards where the list followed a container. */
    @Override
    public void close() {
        close.run();
    }

    private static final class RankedTracker<T> extends ServiceTracker<T, T> {
        private static final String PREFIX = "coop.greffon.";
        private volatile Seen<T> seen = new Seen<>(-1, List.of());

        /** What was read when the tracker had counted so far; together, so that an older reading never passes for the newest. */
        private record Seen<T>(int count, List<Extension<T>> ranked) {}

        RankedTracker(BundleContext context, Class<T> type) {
            super(context, type, null);
        }

        List<Extension<T>> ranked() {
            int now = getTrackingCount();
            Seen<T> last = seen;
            if (now != last.count()) {
                last = new Seen<>(now, read());
                seen = last;
            }
            return last.ranked();
        }

        private List<Extension<T>> read() {
            ServiceReference<T>[] references = getServiceReferences();
            if (references == null) {
                return List.of();
            }
            Arrays.sort(references, (left, right) -> right.compareTo(left));
            List<Extension<T>> found = new ArrayList<>(references.length);
            for (ServiceReference<T> reference : references) {
                T service = getService(reference);
                if (service != null) {
                    found.add(new Extension<>(service, moduleOf(reference)));
                }
            }
            return List.copyOf(found);
        }

        private static String moduleOf(ServiceReference<?> reference) {
            var bundle = reference.getBundle();
            String name = bundle == null ? "" : String.valueOf(bundle.getSymbolicName());
            return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        }
    }
}
