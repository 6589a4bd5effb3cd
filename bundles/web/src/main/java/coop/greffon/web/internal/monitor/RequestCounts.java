package coop.greffon.web.internal.monitor;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.osgi.service.component.annotations.Component;

/** Counts answers by module and kind of status, for {@code /metrics}; it knows no address and no person. */
@Component(service = RequestCounts.class)
public final class RequestCounts {
    /**
     * What is counted apart.
     *
     * @param status the first digit of the status, such as {@code 2xx}
     */
    record Key(String module, String status) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return (module + status).compareTo(other.module + other.status);
        }
    }

    private final Map<Key, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanoseconds = new ConcurrentHashMap<>();

    /** Counts one answer. */
    public void count(String module, int status, long duration) {
        answers.computeIfAbsent(new Key(module, status / 100 + "xx"), key -> new LongAdder())
                .increment();
        nanoseconds.computeIfAbsent(module, key -> new LongAdder()).add(duration);
    }

    Map<Key, Long> answers() {
        Map<Key, Long> sums = new TreeMap<>();
        answers.forEach((key, sum) -> sums.put(key, sum.sum()));
        return sums;
    }

    Map<String, Double> seconds() {
        Map<String, Double> sums = new TreeMap<>();
        nanoseconds.forEach((module, sum) -> sums.put(module, sum.sum() / 1e9));
        return sums;
    }
}
