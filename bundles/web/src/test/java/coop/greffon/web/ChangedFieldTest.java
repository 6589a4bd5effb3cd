package coop.greffon.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.web.internal.visit.Visits;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangedFieldTest {
    @ParameterizedTest
    @CsvSource({
        "on, 2026-11-27, 27/11/2026",
        "on, 2026-13-45, 2026-13-45",
        "until, 2026-12-04T23:00:00Z, web.until",
        "until, 2026-12-04T22:59:00Z, web.moment",
        "number, 2026-01-17, garden.number.2026-01-17",
        "roles, 'desk, member', 'garden.role.desk, garden.role.member'",
        "state, LOST, garden.state.LOST"
    })
    void onlyDaysAreWrittenAsDaysAndTheOthersByTheirMessage(String field, String stored, String told) {
        var one = new FieldChange(field, null, stored);
        var change = new Change(Instant.EPOCH, Actor.host(), "garden.audit.dug", "garden.bed", "1", List.of(one));

        assertThat(new ChangedField(Visits.of(), change, one).after()).isEqualTo(told);
    }
}
