package coop.greffon.shifts.internal.web;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rest.WorkerListResource;
import coop.greffon.shifts.internal.rest.WorkersResource;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.ListedWorker;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.words.StandingWords;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.Visit;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** It is 4 January 2027, and Inès begins on 1 February. */
class NotBegunTest {
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-01");

    private final WorkFixture fixture = new WorkFixture(TestDatabase.H2);
    private final WorkersResource resource = new WorkersResource(
            fixture.workers, fixture.duties, fixture.leaves, fixture.foresight, fixture.documents, fixture.members);

    @BeforeEach
    void enrolled() {
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FLYING, FEBRUARY), NADIA);
    }

    private Visit visit() {
        return new Visit(
                null,
                null,
                Set.of(WorkerPages.LIST),
                Locale.FRENCH,
                new MessagesOfTheBundle(),
                fixture.clock,
                "",
                "/shifts/members/" + INES,
                Map.of(),
                null);
    }

    @Test
    void programsAreToldSo() {
        WorkersResource.Status before = resource.status(visit(), INES, "2027-01-31", null);
        assertThat(before.code()).isEqualTo("UP_TO_DATE");
        assertThat(before.text()).isEqualTo("Pas encore commencé");
        assertThat(before.begins()).isEqualTo(FEBRUARY);

        WorkersResource.Status first = resource.status(visit(), INES, "2027-02-01", null);
        assertThat(first.text()).isEqualTo("À jour");
        assertThat(first.begins()).isNull();
    }

    @Test
    void thePageSaysSo() {
        var html = new StringOutput();
        new StaticTemplates()
                .standing(visit(), fixture.account("2027-01-31", null), null)
                .writeTo(html);

        assertThat(html.toString())
                .contains("Pas encore commencé", "L’inscription ne commence que le")
                .doesNotContain("À jour", "Rien ne manque");
    }

    @Test
    void theListSaysSo() {
        var list = new WorkerListResource(fixture.list, fixture.members);
        WorkerListResource.Named row =
                list.list(null, null, null, null, 1, 25).rows().get(0);
        ListedWorker worker = row.worker();

        assertThat(row.begins()).isEqualTo(FEBRUARY);
        assertThat(StandingWords.name(worker).key()).isEqualTo("shifts.standing.to-come");
    }
}
