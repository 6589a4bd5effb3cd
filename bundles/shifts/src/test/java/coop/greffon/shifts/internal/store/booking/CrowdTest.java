package coop.greffon.shifts.internal.store.booking;

import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.problem.Refused;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.WorkFixture;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.testing.TestDatabase;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrowdTest {
    private static final LocalDate DAY = LocalDate.parse("2027-01-25");
    private static final long FIRST = 201;
    private static final int MEMBERS = 200;
    private static final int SEATS = 20;
    private static final int AT_ONCE = 16;
    private static final String SEATED = "seated";

    @ParameterizedTest
    @EnumSource
    void ofTwoHundredAtOnceTwentyGetTheTwentySeatsAndTheOthersHearThatItIsFull(TestDatabase database) throws Exception {
        WorkFixture fixture = new WorkFixture(database);
        fixture.templates.add(inventory(), NADIA);
        long shift = fixture.calendar.between(DAY, DAY).get(0).shift().id();
        List<Callable<String>> all = new ArrayList<>();
        for (long member = FIRST; member < FIRST + MEMBERS; member++) {
            fixture.add(member, Track.FLYING);
            long who = member;
            all.add(() -> book(fixture, who, shift));
        }

        assertThat(together(all))
                .hasSize(MEMBERS)
                .containsOnly(SEATED, "shifts.refusal.FULL")
                .filteredOn(SEATED::equals)
                .hasSize(SEATS);
        assertThat(fixture.calendar.sheet(shift).present())
                .hasSize(SEATS)
                .extracting(seat -> seat.booking().seatId())
                .doesNotHaveDuplicates();
        assertThat(fixture.calendar.sheet(shift).present())
                .extracting(seat -> seat.memberId())
                .doesNotHaveDuplicates();
    }

    /** The whole co-op is asked to come and count, and nobody leads. */
    private static TemplateDraft inventory() {
        return new TemplateDraft(
                "Inventaire",
                1,
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(12, 0),
                100L,
                2,
                SEATS,
                0,
                Map.of(),
                WorkFixture.START,
                null,
                null);
    }

    private static String book(WorkFixture fixture, long member, long shift) {
        try {
            fixture.bookings.book(member, shift, Comes.THEMSELVES, NADIA);
            return SEATED;
        } catch (Refused full) {
            return full.title().key();
        }
    }

    private static List<String> together(List<Callable<String>> all) throws Exception {
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        List<String> answers = new ArrayList<>();
        for (Future<String> one : pool.invokeAll(all)) {
            answers.add(one.get());
        }
        pool.shutdown();
        return answers;
    }
}
