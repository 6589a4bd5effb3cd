package coop.greffon.shifts.internal.store.slot;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.SlotOutlook.Touched;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mondays of the first week of the cycle: 25 January and 22 February are within the 60 days that are written down. */
class SlotOutlookTest {
    private static final LocalDate JANUARY = LocalDate.parse("2027-01-25");
    private static final LocalDate FEBRUARY = LocalDate.parse("2027-02-22");

    private static SlotOutlook outlook(WorkFixture fixture) {
        return new SlotOutlook(fixture.store.jpa("shifts"), fixture.clock);
    }

    private static Template mondaysWithInes(WorkFixture fixture) {
        fixture.workers.enrol(INES, new EnrolmentDraft(Track.FIXED, START), NADIA);
        Template mondays = fixture.mondays();
        fixture.places.give(mondays.id(), INES, new FixedPlaceDraft(null, START, null), NADIA);
        return mondays;
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theNextShiftsAreThoseThatHaveNotBegun(TestDatabase database) {
        var fixture = new WorkFixture(database);
        Template mondays = mondaysWithInes(fixture);
        SlotOutlook outlook = outlook(fixture);

        assertThat(outlook.next(mondays.id(), 1)).hasSize(1);
        fixture.goTo("2027-01-26");

        assertThat(outlook.next(mondays.id(), 6)).singleElement().satisfies(next -> {
            assertThat(next.shift().day()).isEqualTo(FEBRUARY);
            assertThat(next.seats()).isEqualTo(4);
            assertThat(next.taken()).isEqualTo(1);
        });
        assertThat(outlook.next(-1, 6)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatAnEndOrAClosureTouchesIsCountedBeforeAndNotTwice(TestDatabase database) {
        var fixture = new WorkFixture(database);
        Template mondays = mondaysWithInes(fixture);
        fixture.templates.add(WorkFixture.monday("Rayon", 2), NADIA);
        SlotOutlook outlook = outlook(fixture);

        assertThat(outlook.after(mondays.id(), START)).isEqualTo(new Touched(2, 2));
        assertThat(outlook.after(mondays.id(), JANUARY)).isEqualTo(new Touched(1, 1));
        assertThat(outlook.within(JANUARY, JANUARY)).isEqualTo(new Touched(2, 1));

        fixture.closures.add(new ClosureDraft(JANUARY, JANUARY, "Inventaire", 0), NADIA);
        assertThat(outlook.within(JANUARY, JANUARY)).isEqualTo(new Touched(0, 0));
        fixture.templates.end(mondays.id(), JANUARY, NADIA);
        assertThat(outlook.after(mondays.id(), JANUARY)).isEqualTo(new Touched(0, 0));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void placesAreHeldFromTheirFirstToTheirLastDay(TestDatabase database) {
        var fixture = new WorkFixture(database);
        Template mondays = mondaysWithInes(fixture);
        fixture.places.end(fixture.places.of(INES).get(0).id(), JANUARY, NADIA);
        SlotOutlook outlook = outlook(fixture);

        assertThat(outlook.placesHeld(START.minusDays(1))).isEmpty();
        assertThat(outlook.placesHeld(START)).isEqualTo(Map.of(mondays.id(), 1L));
        assertThat(outlook.placesHeld(JANUARY)).isEqualTo(Map.of(mondays.id(), 1L));
        assertThat(outlook.placesHeld(JANUARY.plusDays(1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void aKeySentTwiceMakesOneTemplateAndSkillsThatCannotBeAreRefused(TestDatabase database) {
        var fixture = new WorkFixture(database);
        TemplateDraft draft = WorkFixture.monday("Caisse", 4).under("key");

        assertThat(fixture.templates.add(draft, NADIA)).isEqualTo(fixture.templates.add(draft, NADIA));
        assertThat(fixture.templates.all()).hasSize(1);
        assertThatThrownBy(() -> fixture.templates.add(asking(draft, Map.of("caisse", -1)), NADIA))
                .isInstanceOf(InvalidInput.class)
                .satisfies(refused -> assertThat(((InvalidInput) refused).errors())
                        .extracting(error -> error.field() + "=" + error.value())
                        .containsExactly("wanted=-1"));
        assertThatThrownBy(() -> fixture.templates.add(asking(draft, Map.of(" ", 1)), NADIA))
                .isInstanceOf(InvalidInput.class);
    }

    private static TemplateDraft asking(TemplateDraft draft, Map<String, Integer> wanted) {
        return new TemplateDraft(
                draft.job(),
                draft.week(),
                draft.weekday(),
                draft.starts(),
                draft.ends(),
                draft.worth(),
                draft.minimum(),
                draft.seats(),
                draft.leaders(),
                wanted,
                draft.from(),
                draft.to(),
                null);
    }
}
