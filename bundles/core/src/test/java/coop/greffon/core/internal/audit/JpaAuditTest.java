package coop.greffon.core.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.ChangeFilter;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaAuditTest {
    private static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 7L, "Nadia B.");
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private JpaAudit audit;

    private void on(TestDatabase database) {
        audit = new JpaAudit(database.fresh().jpa("core"), clock);
        record(NADIA, "core.setting", "core.coopName");
        record(Actor.console(), "core.account", "12");
        record(NADIA, "core.account", "13");
    }

    private void record(Actor by, String kind, String id) {
        audit.record(by, "core.audit.roles-set", kind, id, List.of(new FieldChange("roles", null, "desk")));
        clock.advance(Duration.ofHours(1));
    }

    private List<String> found(String text, String kind, Instant from, Instant until) {
        return audit.find(new ChangeFilter(text, kind, from, until), 0, 10).stream()
                .map(Change::recordId)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theNewestChangeComesFirst(TestDatabase database) {
        on(database);

        assertThat(found(null, null, null, null)).containsExactly("13", "12", "core.coopName");
        assertThat(audit.find(ChangeFilter.all(), 1, 1))
                .extracting(Change::recordId)
                .containsExactly("12");
        assertThat(audit.recordKinds()).containsExactly("core.account", "core.setting");
    }

    @ParameterizedTest
    @EnumSource
    void aFilterLetsThroughWhatIsLookedFor(TestDatabase database) {
        on(database);

        assertThat(found("nadia", null, null, null)).containsExactly("13", "core.coopName");
        assertThat(found("12", null, null, null)).containsExactly("12");
        assertThat(found("%", null, null, null)).isEmpty();
        assertThat(found("nadia", "core.account", null, null)).containsExactly("13");
        assertThat(found(null, null, NINE.plus(Duration.ofHours(1)), NINE.plus(Duration.ofHours(2))))
                .containsExactly("12");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForgottenKeepsWhoChangedWhichFieldWhen(TestDatabase database) {
        on(database);

        assertThat(audit.forget("core.account", "12")).isEqualTo(1);

        assertThat(audit.history("core.account", "12")).singleElement().satisfies(change -> {
            assertThat(change.fields()).containsExactly(new FieldChange("roles", null, null));
            assertThat(change.action()).isEqualTo("core.audit.roles-set");
        });
        assertThat(audit.history("core.account", "13").get(0).fields())
                .containsExactly(new FieldChange("roles", null, "desk"));
    }

    @ParameterizedTest
    @EnumSource
    void countingStopsWhereItIsTold(TestDatabase database) {
        on(database);

        assertThat(audit.count(ChangeFilter.all(), 10)).isEqualTo(3);
        assertThat(audit.count(ChangeFilter.all(), 2)).isEqualTo(2);
        assertThat(audit.count(ChangeFilter.all(), Long.MAX_VALUE)).isEqualTo(3);
    }
}
