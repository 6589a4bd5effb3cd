package coop.greffon.core.internal.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * What was read lately, so that not every request asks the database again.
 *
 * <p>What is changed on this node is never answered from memory once the change is committed: it is forgotten before the change begins,
 * and nothing that was read while a change ran is kept. Another node goes on with what it read for as long as {@link #KEPT}.
 */
final class Lately<K, V> {
    /** How long another node may go on with what it read. */
    static final Duration KEPT = Duration.ofSeconds(5);

    private record Read<V>(V value, Instant until) {}

    private final Clock clock;
    private final int most;
    private final Map<K, Read<V>> reads = new ConcurrentHashMap<>();
    private int running;
    private long ended;

    /** @param most how many values are kept at the most */
    Lately(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** What was read of a key, or what is read of it now; empty is not kept. */
    Optional<V> of(K key, Supplier<Optional<V>> read) {
        Instant now = clock.instant();
        Read<V> known = reads.get(key);
        if (known != null && now.isBefore(known.until())) {
            return Optional.of(known.value());
        }
        long before = ended();
        Optional<V> value = read.get();
        keep(key, value, now.plus(KEPT), before);
        return value;
    }

    private synchronized long ended() {
        return ended;
    }

    private synchronized void keep(K key, Optional<V> value, Instant until, long before) {
        boolean isUnchanged = running == 0 && ended == before;
        if (value.isEmpty() || !isUnchanged) {
            reads.remove(key);
            return;
        }
        if (reads.size() >= most) {
            reads.clear();
        }
        reads.put(key, new Read<>(value.get(), until));
    }

    /**
     * Does what changes some of the values. It has to be committed when the work returns.
     *
     * @param touched which of them
     */
    <R> R changing(BiPredicate<K, V> touched, Supplier<R> work) {
        begin(touched);
        try {
            return work.get();
        } finally {
            end();
        }
    }

    private synchronized void begin(BiPredicate<K, V> touched) {
        running++;
        reads.entrySet()
                .removeIf(read -> touched.test(read.getKey(), read.getValue().value()));
    }

    private synchronized void end() {
        running--;
        ended++;
    }
}
