package coop.greffon.web.internal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Actor;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.visit.Visits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordNameTest {
    private final Visit visit = Visits.hearing(Map.of(
            "core.job.sweep", "Ménage",
            "core.role.desk", "Accueil",
            "members.module.name", "Membres",
            "core.setting.coopName", "Nom de la coopérative",
            "web.audit.title", "Journal",
            "web.who.console", "la console"));

    @ParameterizedTest
    @CsvSource({
        "core.job, core.job.sweep, Ménage",
        "core.role, desk, Accueil",
        "core.role, gate-keepers, gate-keepers",
        "core.module, members, Membres",
        "core.setting, core.coopName, Nom de la coopérative",
        "web.table, web.audit.title, Journal",
        "members.member, 128, 128"
    })
    void whatProgramsCallARecordIsToldInWords(String kind, String id, String told) {
        assertThat(RecordName.of(visit, kind, id)).isEqualTo(told);
    }

    @Test
    void whoeverActsIsNamed() {
        assertThat(visit.who(Actor.job("core.job.sweep"))).isEqualTo("Ménage");
        assertThat(visit.who(Actor.console())).isEqualTo("la console");
        assertThat(visit.who(new Actor(Actor.Kind.ACCOUNT, 7L, "Inès Marchand")))
                .isEqualTo("Inès Marchand");
    }
}
