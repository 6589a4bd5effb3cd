package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.at;
import static coop.greffon.shifts.internal.rules.Given.day;
import static coop.greffon.shifts.internal.rules.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Somebody who flies from 4 January 2027: a shift is due on 1 February, 1 March, 29 March, 26 April. */
class LeaveOutlookTest {
    private static final Worker FLYING = Worker.from(day("2027-01-04"));

    private static Leave leave(LeaveType type, String from, String to) {
        return new Leave(type, day(from), to == null ? null : day(to), at("2027-01-10"));
    }

    private static LeaveOutlook outlook(Preset preset, Leave leave, String today) {
        return LeaveOutlook.of(FLYING, rules(preset), leave, day(today));
    }

    @Test
    void aLeaveWaivesWhatFallsDueInItAndPutsTheAlertOff() {
        LeaveOutlook outlook =
                outlook(Preset.BEES_FLYING, leave(LeaveType.HOLIDAY, "2027-01-20", "2027-03-10"), "2027-01-10");

        assertThat(outlook.waived()).containsExactly(day("2027-02-01"), day("2027-03-01"));
        assertThat(outlook.due()).isEmpty();
        assertThat(outlook.without().code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(outlook.during().code()).isEqualTo(StatusCode.ON_LEAVE);
        assertThat(outlook.during().mayShop()).isFalse();
        assertThat(outlook.after().code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(outlook.alertWithout()).contains(day("2027-02-01"));
        assertThat(outlook.alertWith()).contains(day("2027-03-29"));
    }

    @Test
    void whoeverIsIllShopsAndAnOpenEndHasNoDayAfter() {
        assertThat(outlook(Preset.BEES_FLYING, leave(LeaveType.SICK, "2027-01-20", "2027-02-10"), "2027-01-10")
                        .during())
                .satisfies(during -> assertThat(during.code()).isEqualTo(StatusCode.EXEMPT))
                .satisfies(during -> assertThat(during.mayShop()).isTrue());
        LeaveOutlook open = outlook(Preset.BEES_FLYING, leave(LeaveType.EXEMPTION, "2027-01-20", null), "2027-01-10");
        assertThat(open.after()).isNull();
        assertThat(open.alertWith()).isEmpty();
        // A year from 20 January: twelve days, each 28 from the one before, and the thirteenth on 3 January 2028.
        assertThat(open.waived()).hasSize(13).last().isEqualTo(day("2028-01-03"));
    }

    /** Macavrac goes on counting on holiday: −1 on 1 February, −2 on 1 March, an alert of 28 days with the first. */
    @Test
    void whereTheRulesCountOnHolidayItIsTold() {
        LeaveOutlook outlook =
                outlook(Preset.MACAVRAC, leave(LeaveType.HOLIDAY, "2027-01-20", "2027-03-10"), "2027-01-10");

        assertThat(outlook.waived()).isEmpty();
        assertThat(outlook.due()).containsExactly(day("2027-02-01"), day("2027-03-01"));
        assertThat(outlook.after().code()).isEqualTo(StatusCode.ALERT);
        assertThat(outlook.after().until()).isEqualTo(day("2027-03-28"));
        assertThat(outlook.alertWith()).isEqualTo(outlook.alertWithout()).contains(day("2027-03-01"));
    }

    /** BEES: the alert of 1 February begins anew after the leave, on 1 March, for 28 days more. */
    @Test
    void anAlertThatRunsBeginsAnewAfterTheLeave() {
        LeaveOutlook outlook =
                outlook(Preset.BEES_FLYING, leave(LeaveType.HOLIDAY, "2027-02-15", "2027-02-28"), "2027-02-10");

        assertThat(outlook.without().code()).isEqualTo(StatusCode.ALERT);
        assertThat(outlook.without().until()).isEqualTo(day("2027-03-01"));
        assertThat(outlook.during().code()).isEqualTo(StatusCode.ON_LEAVE);
        assertThat(outlook.after().code()).isEqualTo(StatusCode.ALERT);
        assertThat(outlook.after().until()).isEqualTo(day("2027-03-29"));
    }

    @Test
    void ofALeaveThatIsOverTheLastDayIsTold() {
        LeaveOutlook outlook =
                outlook(Preset.BEES_FLYING, leave(LeaveType.HOLIDAY, "2027-01-05", "2027-01-08"), "2027-01-10");

        assertThat(outlook.without().code()).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(outlook.during().code()).isEqualTo(StatusCode.ON_LEAVE);
        assertThat(outlook.after()).isNull();
        assertThat(outlook.waived()).isEmpty();
    }
}
