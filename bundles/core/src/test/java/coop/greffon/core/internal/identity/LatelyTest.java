package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.testing.AdjustableClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatelyTest {
    private final AdjustableClock clock = AdjustableClock.at("2026-11-22T09:00:00Z");
    private final Lately<String, String> lately = new Lately<>(clock, 2);
    private final Map<String, String> table = new HashMap<>(Map.of("a", "old", "b", "other"));
    private int reads;

    private Optional<String> read(String key) {
        reads++;
        return Optional.ofNullable(table.get(key));
    }

    private String ask(String key) {
        return lately.of(key, () -> read(key)).orElse(null);
    }

    private void change(String key, String value) {
        lately.changing((known, old) -> known.equals(key), () -> table.put(key, value));
    }

    @Test
    void whatWasReadHoldsForFiveSeconds() {
        ask("a");
        table.put("a", "by another node");

        clock.advance(Duration.ofMillis(4_999));
        assertThat(ask("a")).isEqualTo("old");
        clock.advance(Duration.ofMillis(1));
        assertThat(ask("a")).isEqualTo("by another node");
        assertThat(reads).isEqualTo(2);
    }

    @Test
    void aChangeHereShowsAtOnceAndLeavesTheOthers() {
        ask("a");
        ask("b");

        change("a", "new");

        assertThat(ask("a")).isEqualTo("new");
        assertThat(ask("b")).isEqualTo("other");
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void whatWasReadBeforeAChangeIsNotKeptBeyondIt() {
        String answered = lately.of("a", () -> {
                    Optional<String> old = read("a");
                    change("a", "new");
                    return old;
                })
                .orElseThrow();

        assertThat(answered).isEqualTo("old");
        assertThat(ask("a")).isEqualTo("new");
    }

    @Test
    void whatIsReadWhileAChangeRunsIsNotKept() {
        lately.changing((key, value) -> true, () -> {
            assertThat(ask("a")).isEqualTo("old");
            return table.put("a", "new");
        });

        assertThat(ask("a")).isEqualTo("new");
    }

    @Test
    void aChangeThatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> lately.changing((key, value) -> true, () -> {
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");

        ask("a");
        ask("a");

        assertThat(reads).isEqualTo(1);
    }

    @Test
    void itHoldsNoMoreThanItMay() {
        table.put("c", "third");
        ask("a");
        ask("b");
        ask("c");
        ask("c");
        ask("a");

        assertThat(reads).isEqualTo(4);
        assertThat(lately.of("nobody", () -> read("nobody"))).isEmpty();
    }
}
