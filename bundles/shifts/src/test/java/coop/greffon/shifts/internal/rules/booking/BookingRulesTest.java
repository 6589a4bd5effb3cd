package coop.greffon.shifts.internal.rules.booking;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.BookingTerms;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.booking.Applicant.Taken;
import coop.greffon.shifts.internal.rules.booking.Refusal.Kind;
import coop.greffon.shifts.internal.rules.change.Parameter;
import coop.greffon.shifts.internal.rules.change.Parameters;
import coop.greffon.shifts.internal.rules.slot.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shift of three hours on Monday 1 February 2027 at nine, in UTC. */
class BookingRulesTest {
    private static final LocalDate DAY = LocalDate.parse("2027-02-01");
    private static final CycleCalendar CALENDAR = CycleCalendar.of(LocalDate.of(2015, 12, 28), 4);
    private static final Instant BEFORE = Instant.parse("2027-01-20T09:00:00Z");

    private static BookingTerms terms(Preset preset) {
        return preset.rules(CALENDAR).booking();
    }

    private static Span span(LocalDate day, int hour, int minute) {
        Instant starts = day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
        return new Span(starts, starts.plus(Duration.ofHours(3)));
    }

    private static Wanted wanted(int free, int freeForThem) {
        return new Wanted(DAY, span(DAY, 9, 0), 100, false, free, freeForThem, true, null);
    }

    private static Applicant applicant(Taken... taken) {
        return new Applicant(
                LocalDate.parse("2026-01-05"), StatusCode.UP_TO_DATE, null, false, null, false, Arrays.asList(taken));
    }

    private static Taken on(String day) {
        return new Taken(LocalDate.parse(day), span(LocalDate.parse(day), 18, 0), false);
    }

    private static List<Kind> taking(Wanted wanted, Applicant applicant, Preset preset, Instant now) {
        return BookingRules.taking(wanted, applicant, Origin.FREE, terms(preset), now).stream()
                .map(Refusal::kind)
                .toList();
    }

    @Test
    void aFreeSeatIsTaken() {
        assertThat(taking(wanted(1, 1), applicant(), Preset.BEES_FLYING, BEFORE))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2027-02-01T08:59:59.999Z, ", "2027-02-01T09:00:00Z, STARTED", "2027-02-01T10:00:00Z, STARTED"})
    void aSeatIsTakenUpToTheLastMillisecondBeforeTheStart(Instant now, Kind refused) {
        assertThat(taking(wanted(1, 1), applicant(), Preset.BEES_FLYING, now))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, FULL", "2, 0, SKILL"})
    void noSeatOrNoneForThem(int free, int forThem, Kind refused) {
        assertThat(taking(wanted(free, forThem), applicant(), Preset.BEES_FLYING, BEFORE))
                .containsExactly(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "FORMER, LEFT",
        "STRUCK_OFF, LEFT",
        "BLOCKED, LEFT",
        "ON_LEAVE, ON_LEAVE",
        "UP_TO_DATE, ",
        "ALERT, ",
        "SUSPENDED, ",
        "GRACE, ",
        "EXEMPT, ",
        "FROZEN, "
    })
    void whoeverOwesMayRepayWhoeverLeftMayNot(StatusCode standing, Kind refused) {
        var applicant = new Applicant(LocalDate.parse("2026-01-05"), standing, null, false, null, false, List.of());

        assertThat(taking(wanted(1, 1), applicant, Preset.BEES_FLYING, BEFORE))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    @Test
    void nobodyWorksBeforeTheyBegin() {
        var applicant = new Applicant(
                LocalDate.parse("2027-02-02"), StatusCode.UP_TO_DATE, null, false, null, false, List.of());

        assertThat(taking(wanted(1, 1), applicant, Preset.BEES_FLYING, BEFORE)).containsExactly(Kind.BEFORE_START);
    }

    @Test
    void whoeverIsThereIsNotTwice() {
        var taken = new Taken(DAY, span(DAY, 9, 0), true);

        assertThat(taking(wanted(1, 1), applicant(taken), Preset.BEES_FLYING, BEFORE))
                .containsExactly(Kind.ALREADY_THERE);
    }

    /** BEES allows no overlap, L'éléfàn half an hour. The shift starts at nine and takes three hours. */
    @ParameterizedTest
    @CsvSource({
        "BEES_FLYING, 12, 0, ",
        "BEES_FLYING, 11, 59, OVERLAP",
        "BEES_FLYING, 6, 0, ",
        "BEES_FLYING, 6, 1, OVERLAP",
        "ELEFAN, 11, 30, ",
        "ELEFAN, 11, 29, OVERLAP"
    })
    void twoShiftsAtOnce(Preset preset, int hour, int minute, Kind refused) {
        var taken = new Taken(DAY, span(DAY, hour, minute), false);

        assertThat(taking(wanted(1, 1), applicant(taken), preset, BEFORE))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    /** At BEES and La Louve two a day; L'éléfàn has no limit. */
    @ParameterizedTest
    @CsvSource({"BEES_FLYING, DAY_LIMIT", "LOUVE_FTOP, DAY_LIMIT", "ELEFAN, "})
    void soManyADay(Preset preset, Kind refused) {
        var noon = new Taken(DAY, span(DAY, 12, 0), false);
        var evening = new Taken(DAY, span(DAY, 18, 0), false);

        assertThat(taking(wanted(1, 1), applicant(noon), preset, BEFORE)).isEmpty();
        assertThat(taking(wanted(1, 1), applicant(noon, evening), preset, BEFORE))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    /** Five within 28 days: the 5th of January and the 1st of February lie within 28 days, the 4th and the 1st do not. */
    @ParameterizedTest
    @CsvSource({"2027-01-05, WINDOW_LIMIT", "2027-01-04, "})
    void soManyWithinFourWeeks(String first, Kind refused) {
        Applicant applicant =
                applicant(on(first), on("2027-01-12"), on("2027-01-19"), on("2027-01-26"), on("2027-01-30"));

        assertThat(taking(wanted(1, 1), applicant, Preset.LOUVE_FTOP, BEFORE))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    /** The window may lie on both sides of the day. */
    @Test
    void soManyAroundTheDay() {
        Applicant applicant =
                applicant(on("2027-01-20"), on("2027-01-25"), on("2027-02-05"), on("2027-02-10"), on("2027-02-16"));

        assertThat(taking(wanted(1, 1), applicant, Preset.LOUVE_FTOP, BEFORE)).containsExactly(Kind.WINDOW_LIMIT);
    }

    /** At La Louve whoever is up to date makes nothing up; at BEES it is one in advance. */
    @ParameterizedTest
    @CsvSource({"LOUVE_ABCD, false, NOTHING_TO_MAKE_UP", "LOUVE_ABCD, true, ", "BEES_REGULAR, false, "})
    void makingUp(Preset preset, boolean owes, Kind refused) {
        var applicant =
                new Applicant(LocalDate.parse("2026-01-05"), StatusCode.UP_TO_DATE, null, owes, null, false, List.of());

        assertThat(BookingRules.taking(wanted(1, 1), applicant, Origin.MAKE_UP, terms(preset), BEFORE).stream()
                        .map(Refusal::kind))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    /** At L'éléfàn, beyond what is due only within three days. */
    @ParameterizedTest
    @CsvSource({
        "180, 2027-01-20T09:00:00Z, ",
        "90, 2027-01-20T09:00:00Z, BEYOND_DUE",
        "0, 2027-01-29T08:59:59Z, BEYOND_DUE",
        "0, 2027-01-29T09:00:00Z, "
    })
    void moreThanIsDue(long left, Instant now, Kind refused) {
        var applicant = new Applicant(
                LocalDate.parse("2026-01-05"), StatusCode.UP_TO_DATE, null, false, left, false, List.of());
        var wanted = new Wanted(DAY, span(DAY, 9, 0), 180, false, 1, 1, true, null);

        assertThat(taking(wanted, applicant, Preset.ELEFAN, now))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    @Test
    void aBeginnerIsNotAlone() {
        var applicant =
                new Applicant(LocalDate.parse("2026-01-05"), StatusCode.UP_TO_DATE, null, false, 180L, true, List.of());
        var alone = new Wanted(DAY, span(DAY, 9, 0), 180, false, 1, 1, false, null);
        var accompanied = new Wanted(DAY, span(DAY, 9, 0), 180, false, 1, 1, true, null);

        assertThat(taking(alone, applicant, Preset.ELEFAN, BEFORE)).containsExactly(Kind.BEGINNER_ALONE);
        assertThat(taking(accompanied, applicant, Preset.ELEFAN, BEFORE)).isEmpty();
        assertThat(taking(alone, applicant, Preset.BEES_FLYING, BEFORE)).isEmpty();
    }

    @Test
    void allReasonsAreTold() {
        var applicant = new Applicant(
                LocalDate.parse("2027-02-02"),
                StatusCode.ON_LEAVE,
                LocalDate.parse("2027-02-10"),
                false,
                null,
                false,
                List.of(new Taken(DAY, span(DAY, 10, 0), false)));
        var wanted = new Wanted(DAY, span(DAY, 9, 0), 100, true, 0, 0, true, null);

        assertThat(taking(wanted, applicant, Preset.BEES_FLYING, BEFORE))
                .containsExactly(Kind.CANCELLED, Kind.ON_LEAVE, Kind.BEFORE_START, Kind.FULL, Kind.OVERLAP);
    }

    /** BEES two hours, La Louve a day, SuperCoop a week; L'éléfàn up to the start. The shift starts at nine on the 1st of February. */
    @ParameterizedTest
    @CsvSource({
        "BEES_FLYING, FREE, 2027-02-01T07:00:00Z, ",
        "BEES_FLYING, FREE, 2027-02-01T07:00:00.001Z, TOO_LATE",
        "BEES_REGULAR, MAKE_UP, 2027-02-01T07:00:00Z, ",
        "BEES_REGULAR, FIXED_PLACE, 2027-01-20T07:00:00Z, FIXED_PLACE",
        "LOUVE_FTOP, FREE, 2027-01-31T09:00:00Z, ",
        "LOUVE_FTOP, FREE, 2027-01-31T09:00:00.001Z, TOO_LATE",
        "SUPERCOOP, FREE, 2027-01-25T09:00:00Z, ",
        "SUPERCOOP, FREE, 2027-01-25T09:00:00.001Z, TOO_LATE",
        "ELEFAN, FREE, 2027-02-01T08:59:59.999Z, ",
        "ELEFAN, FREE, 2027-02-01T09:00:00Z, STARTED"
    })
    void givingBack(Preset preset, Origin origin, Instant now, Kind refused) {
        List<Kind> kinds = new ArrayList<>();
        BookingRules.givingBack(DAY.atTime(9, 0).toInstant(ZoneOffset.UTC), origin, terms(preset), now)
                .forEach(refusal -> kinds.add(refusal.kind()));

        assertThat(kinds).isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    /** SuperCoop lets look for a stand-in up to two full days before. */
    @ParameterizedTest
    @CsvSource({
        "SUPERCOOP, 2027-01-30T09:00:00Z, ",
        "SUPERCOOP, 2027-01-30T09:00:00.001Z, TOO_LATE",
        "LOUVE_ABCD, 2027-01-31T09:00:00Z, ",
        "BEES_REGULAR, 2027-02-01T09:00:00Z, STARTED"
    })
    void handingOn(Preset preset, Instant now, Kind refused) {
        assertThat(BookingRules.handingOn(DAY.atTime(9, 0).toInstant(ZoneOffset.UTC), terms(preset), now).stream()
                        .map(Refusal::kind))
                .isEqualTo(refused == null ? List.of() : List.of(refused));
    }

    /** No seat is free but one that is kept for somebody else until the day before. */
    @Test
    void aSeatThatIsKeptForSomebodyElseIsToldWithTheDay() {
        LocalDate until = DAY.minusDays(1);
        var kept = new Wanted(DAY, span(DAY, 9, 0), 100, false, 0, 0, true, until);
        var another = new Wanted(DAY, span(DAY, 9, 0), 100, false, 1, 1, true, until);

        assertThat(taking(kept, applicant(), Preset.BEES_FLYING, BEFORE)).containsExactly(Kind.HELD);
        assertThat(taking(another, applicant(), Preset.BEES_FLYING, BEFORE)).isEmpty();
    }

    /** Where nothing is said of how long before, that is for the office. */
    @Test
    void onlyStaff() {
        Map<Parameter, String> office = Map.of(Parameter.CANCEL, "", Parameter.EXCHANGE, "");
        BookingTerms terms = new Parameters(office)
                .in(Preset.BEES_FLYING.rules(CALENDAR), CALENDAR)
                .booking();
        Instant starts = DAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
        Instant weekBefore = starts.minus(Duration.ofDays(7));

        assertThat(BookingRules.givingBack(starts, Origin.FREE, terms, weekBefore))
                .extracting(Refusal::kind)
                .containsExactly(Kind.ONLY_STAFF);
        assertThat(BookingRules.handingOn(starts, terms, weekBefore))
                .extracting(Refusal::kind)
                .containsExactly(Kind.ONLY_STAFF);
    }
}
