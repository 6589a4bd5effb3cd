package coop.greffon.shifts.internal.importing.run;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Slots, and who has a fixed place on them. */
class SlotImportTest extends ImportOfATest {
    @ParameterizedTest
    @EnumSource
    void slotsAreAddedOnceAndTheirShiftsWithThem(TestDatabase database) throws IOException {
        on(database);

        assertThat(deeds(Kind.SLOTS, true, SLOTS)).containsOnly(Deed.ADDED);
        assertThat(fixture.templates.all()).as("a trial").isEmpty();

        assertThat(deeds(Kind.SLOTS, false, SLOTS)).containsOnly(Deed.ADDED);
        assertThat(fixture.templates.all())
                .extracting(Template::job, Template::seats, Template::minimum, Template::leaders, Template::worth)
                .containsExactlyInAnyOrder(
                        tuple("Caisse", 4, 2, 1, 100L), tuple("Caisse", 4, 2, 1, 100L), tuple("Rayons", 3, 1, 0, 100L));
        assertThat(fixture.calendar.between(START, START.plusDays(6)))
                .as("Saturday 9 January; that week is the second one, so Tuesday is Caisse too")
                .hasSize(2);

        assertThat(deeds(Kind.SLOTS, false, SLOTS)).containsOnly(Deed.UNCHANGED);
        assertThat(fixture.templates.all()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aSlotFollowsWhatALineSaysAndKeepsTheRest(TestDatabase database) throws IOException {
        on(database);
        report(Kind.SLOTS, false, SLOTS);
        String[] changed = {
            "job,week,weekday,start,end,seats,value,to",
            "caisse,1,tue,08:30,12:00,6,1.5,",
            "Rayons,,sa,9,12,3,,2027-03-31"
        };

        assertThat(deeds(Kind.SLOTS, true, changed)).containsOnly(Deed.CHANGED);
        assertThat(deeds(Kind.SLOTS, false, changed)).containsOnly(Deed.CHANGED);
        assertThat(deeds(Kind.SLOTS, false, changed)).containsOnly(Deed.UNCHANGED);

        Template first = fixture.templates.all().stream()
                .filter(template ->
                        Integer.valueOf(1).equals(template.recurrence().week()))
                .findFirst()
                .orElseThrow();
        assertThat(first.job()).isEqualTo("Caisse");
        assertThat(first.seats()).isEqualTo(6);
        assertThat(first.worth()).isEqualTo(150);
        assertThat(first.minimum()).as("not in the file").isEqualTo(2);
        assertThat(first.recurrence().ends()).isEqualTo(LocalTime.NOON);
    }

    @ParameterizedTest
    @EnumSource
    void goodLinesOfSlotsAreAppliedAndWrongOnesNamed(TestDatabase database) throws IOException {
        on(database);
        ImportReport report = report(
                Kind.SLOTS,
                false,
                "job,week,weekday,start,end,seats,minimum",
                "Caisse,1,lundi,09:00,12:00,4,2",
                "Caisse,7,lundi,09:00,12:00,4,2",
                "Caisse,1,lundi,9h,12:00,5,2",
                "Caisse,2,lundi,09:00,12:00,4,5",
                "Caisse,3,lundi,09:00,,4,1",
                "Nuit,4,lundi,02:30,01:00,4,1");

        assertThat(errors(report))
                .containsExactly(
                        tuple(3L, "week", "7", "shifts.template.week"),
                        tuple(4L, "", null, "shifts.import.again"),
                        tuple(5L, "minimum", "5", "shifts.template.minimum"),
                        tuple(6L, "end", null, "shifts.import.empty"),
                        tuple(7L, "end", "01:00", "shifts.template.too-long"));
        assertThat(report.count(Deed.ADDED)).isEqualTo(1);
        assertThat(fixture.templates.all()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void placesAreGivenOnceAndEndWithTheFile(TestDatabase database) throws IOException {
        on(database);
        report(Kind.SLOTS, false, SLOTS);
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        fixture.workers.enrol(OMAR, new EnrolmentDraft(Track.FIXED, START), NADIA);
        String[] lines = {
            "partner_id/barcode_base,shift_template_id,date_begin,responsable",
            "128,AMar. - 08:30,2027-01-04,oui",
            "129,AMar. - 08:30,2027-01-04,non"
        };

        assertThat(deeds(Kind.PLACES, true, lines)).containsOnly(Deed.ADDED);
        assertThat(fixture.places.of(INES)).as("a trial").isEmpty();
        assertThat(deeds(Kind.PLACES, false, lines)).containsOnly(Deed.ADDED);
        assertThat(deeds(Kind.PLACES, false, lines)).containsOnly(Deed.UNCHANGED);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::position).containsExactly(0);
        assertThat(fixture.places.of(OMAR)).extracting(FixedPlace::position).containsExactly(1);

        String[] ended = {"member,week,weekday,start,to", "128,1,TUESDAY,08:30,2027-02-28"};
        assertThat(deeds(Kind.PLACES, false, ended)).containsExactly(Deed.CHANGED);
        assertThat(deeds(Kind.PLACES, false, ended)).containsExactly(Deed.UNCHANGED);
        assertThat(fixture.places.of(INES)).extracting(FixedPlace::to).containsExactly(LocalDate.parse("2027-02-28"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPlaceIsNamed(TestDatabase database) throws IOException {
        on(database);
        report(Kind.SLOTS, false, SLOTS);
        report(Kind.SLOTS, false, "job,week,weekday,start,end,seats", "Rayons,1,mardi,08:30,11:15,2");
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);

        assertThat(errors(report(
                        Kind.PLACES,
                        false,
                        "member,slot",
                        "128,AMar. - 08:30",
                        "129,BMar. - 08:30",
                        "128,ALun. - 08:30",
                        "128,anywhere",
                        "99999,BMar. - 08:30")))
                .containsExactly(
                        tuple(2L, "slot", "1 TUESDAY 08:30", "shifts.import.slot-several"),
                        tuple(3L, "member", "129", "shifts.import.no-worker"),
                        tuple(4L, "slot", "1 MONDAY 08:30", "shifts.import.slot-unknown"),
                        tuple(5L, "slot", "anywhere", "shifts.import.slot-name"),
                        tuple(6L, "member", "99999", "shifts.import.member-unknown"));
    }
}
