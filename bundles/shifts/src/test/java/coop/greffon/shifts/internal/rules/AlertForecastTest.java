package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.balance;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertForecastTest {
    private static AlertForecast on(Worker worker, String today) {
        return AlertForecast.of(worker, rules(Preset.BEES_FLYING), day(today));
    }

    private static BookedShift booked(String on) {
        return new BookedShift(day(on), 100, Origin.FREE, at("2024-01-02"));
    }

    @Test
    void eachShiftInAdvanceMeetsOneDebit() {
        assertThat(on(balance("2024-01-01", 0, 0), "2024-01-10").ifNothing()).contains(day("2024-01-29"));
        assertThat(on(balance("2024-01-01", 100, 0), "2024-01-10").ifNothing()).contains(day("2024-02-26"));
        assertThat(on(balance("2024-01-01", 200, 0), "2024-01-10").ifNothing()).contains(day("2024-03-25"));
    }

    @Test
    void aLeaveIsHonouredUpToTheVeryAnswer() {
        Worker worker = balance("2024-01-01", 100, 0);
        var before = new Leave(LeaveType.HOLIDAY, day("2024-01-25"), day("2024-02-05"), at("2024-01-02"));
        var overTheAnswer = new Leave(LeaveType.HOLIDAY, day("2024-02-20"), day("2024-03-01"), at("2024-01-02"));

        assertThat(on(worker.with(before), "2024-01-10").ifNothing()).contains(day("2024-03-25"));
        assertThat(on(worker.with(overTheAnswer), "2024-01-10").ifNothing()).contains(day("2024-03-25"));
        assertThat(on(worker.with(before).with(overTheAnswer), "2024-01-10").ifNothing())
                .contains(day("2024-04-22"));
    }

    @Test
    void withWhatIsBookedItComesLater() {
        AlertForecast forecast = on(balance("2024-01-01", 0, 0).with(booked("2024-01-20")), "2024-01-10");

        assertThat(forecast.ifNothing()).contains(day("2024-01-29"));
        assertThat(forecast.withBooked()).contains(day("2024-02-26"));
    }

    @Test
    void whereAnAlertRunsThereIsNoNextOne() {
        AlertForecast forecast = on(balance("2024-01-01", -100, 0), "2024-01-10");

        assertThat(forecast.ifNothing()).isEmpty();
        assertThat(forecast.isRegistered()).isFalse();
        assertThat(on(balance("2024-01-01", -100, 0).with(booked("2024-06-01")), "2024-01-10")
                        .isRegistered())
                .isTrue();
    }

    /** The alert would begin on 29 January: a shift must start before 00:00 of that day. One past and not settled counts. */
    @ParameterizedTest
    @CsvSource({"2024-01-05, true", "2024-01-28, true", "2024-01-29, false", "2024-02-10, false"})
    void registeredInTime(String on, boolean registered) {
        assertThat(on(balance("2024-01-01", 0, 0).with(booked(on)), "2024-01-10")
                        .isRegistered())
                .isEqualTo(registered);
    }

    @Test
    void whoBookedNothingIsNotRegistered() {
        assertThat(on(balance("2024-01-01", 0, 0), "2024-01-10").isRegistered()).isFalse();
    }

    @Test
    void aDebitOfTodayThatWasPostedIsNotTheAnswer() {
        Worker debited = Given.debited(balance("2024-01-01", 100, 0), Preset.BEES_FLYING, "2024-01-29");

        assertThat(on(debited, "2024-01-29").ifNothing()).contains(day("2024-02-26"));
    }

    @Test
    void aSimulationTellsItEachTime() {
        var attended = new Simulation.Shift(day("2024-01-20"), Origin.FREE, Outcome.ATTENDED, 100);

        assertThat(Simulation.of(
                        Worker.from(day("2024-01-01")),
                        rules(Preset.BEES_FLYING),
                        List.of(attended),
                        day("2024-02-26")))
                .extracting(line -> line.on() + " " + line.nextAlert())
                .containsExactly(
                        "2024-01-01 2024-01-29", "2024-01-20 2024-02-26", "2024-01-29 2024-02-26", "2024-02-26 null");
    }
}
