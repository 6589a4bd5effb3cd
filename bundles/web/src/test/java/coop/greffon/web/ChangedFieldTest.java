package coop.greffon.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.web.internal.visit.Visits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

    private static final Map<String, String> SENTENCES = Map.of(
            "web.labelled", "{0} : {1}",
            "garden.addresses.DELIVERY", "Livraison",
            "garden.kind.PERSON", "Personne",
            "garden.bed.edit", "Bêcher",
            "garden.filter.kind", "Sorte",
            "garden.subject", "Jardinier {0}",
            "garden.setting.depth", "Profondeur",
            "garden.setting.depth.DEEP", "bien profond",
            "web.yes", "oui");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "addresses; 4 rue A, Gap | DELIVERY: Quai, 1 rue B; 4 rue A, Gap | Livraison : Quai, 1 rue B",
                "addresses; 4 rue A, Gap, FR | DELIVERY: 1 rue B, BE [odoo.7]; 4 rue A, Gap, France | Livraison : 1 rue B, Belgique [odoo.7]",
                "notes; vu à Gap, FR; vu à Gap, FR",
                "addresses; UNKNOWN: 1 rue B; UNKNOWN: 1 rue B",
                "mails; Travail: a@example.org | b@example.org; Travail: a@example.org | b@example.org",
                "kind; PERSON; Personne",
                "permissions; garden.bed.edit, garden.bed.burn; Bêcher, garden.bed.burn",
                "filters; q, garden.filter.kind=garden.kind.PERSON; q, Sorte : Personne",
                "subject; garden:128; Jardinier 128",
                "subject; kitchen:128; kitchen:128",
                "notes; vu le 3 | à rappeler |; vu le 3 | à rappeler |"
            })
    void codesAreTold(String field, String stored, String told) {
        var one = new FieldChange(field, stored, null);

        assertThat(new ChangedField(Visits.hearing(SENTENCES), "garden", one).before())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"DEEP, bien profond", "true, oui", "12, 12"})
    void aSettingIsToldByItsOwnWords(String stored, String told) {
        var one = new FieldChange("depth", null, stored);
        var change = new Change(
                Instant.EPOCH,
                Actor.host(),
                "core.audit.setting-changed",
                "core.setting",
                "garden.depth",
                List.of(one));
        var field = new ChangedField(Visits.hearing(SENTENCES), change, one);

        assertThat(field.name()).isEqualTo("Profondeur");
        assertThat(field.after()).isEqualTo(told);
    }

    /** Whoever enrols a member for shifts writes into the history of the member. */
    @Test
    void theBundleThatActedIsAskedBeforeThatOfTheRecord() {
        var sentences = Visits.hearing(Map.of(
                "shifts.field.track", "Rythme", "shifts.track.FLYING", "Volant·e", "members.field.kind", "Sorte"));
        var track = new FieldChange("track", null, "FLYING");
        var kind = new FieldChange("kind", null, "PERSON");
        var change = new Change(
                Instant.EPOCH, Actor.host(), "shifts.audit.enrolled", "members.member", "1", List.of(track, kind));

        assertThat(new ChangedField(sentences, change, track).name()).isEqualTo("Rythme");
        assertThat(new ChangedField(sentences, change, track).after()).isEqualTo("Volant·e");
        assertThat(new ChangedField(sentences, change, kind).name()).isEqualTo("Sorte");
    }
}
