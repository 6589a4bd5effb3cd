package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.Given.day;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.shifts.internal.rules.LeaveTerms.Document;
import coop.greffon.shifts.internal.rules.LeaveTerms.Fault;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaveRulesTest {
    private static LocalDate dayOrNone(String iso) {
        return iso == null ? null : day(iso);
    }

    /** Days are counted with the first and the last: 4 to 18 January are 15, 4 January to 20 June are 168. */
    @ParameterizedTest
    @CsvSource({
        "USUAL, HOLIDAY, 2027-01-04, 2027-01-04,",
        "USUAL, HOLIDAY, 2027-01-04,,",
        "USUAL, EXEMPTION, 2027-01-04,,",
        "USUAL, SICK, 2027-01-04, 2027-01-04,",
        "USUAL, SICK, 2027-01-04,, END_MISSING",
        "LOUVE, SICK, 2027-01-04, 2027-01-18,",
        "LOUVE, SICK, 2027-01-04, 2027-01-17, TOO_SHORT",
        "LOUVE, SICK, 2027-01-04,, END_MISSING",
        // 365 days of 2027 and 365 of 2028, which has 366.
        "LOUVE, PARENTAL, 2027-01-01, 2028-12-30,",
        "LOUVE, PARENTAL, 2027-01-01, 2028-12-31, TOO_LONG",
        "SUPERCOOP, PARENTAL, 2027-01-01, 2028-12-31, TOO_LONG",
    })
    void eachKindHasItsOwnLength(LeaveRules rules, LeaveType type, String from, String to, Fault fault) {
        LocalDate last = dayOrNone(to);

        assertThat(rules.of(type).fault(day(from), last).orElse(null)).isEqualTo(fault);
    }

    @Test
    void aParentalLeaveLastsAYearWhereNobodySaysOtherwise() {
        LeaveTerms terms = LeaveRules.USUAL.of(LeaveType.PARENTAL);

        // 2028 has a 29th of February: the 365th day is the day before it.
        assertThat(terms.last(day("2027-03-01"), null)).isEqualTo(day("2028-02-28"));
        assertThat(terms.last(day("2027-03-01"), day("2027-06-30"))).isEqualTo(day("2027-06-30"));
        assertThat(LeaveRules.USUAL.of(LeaveType.HOLIDAY).last(day("2027-03-01"), null))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SUPERCOOP, EXEMPTION, 2027-01-04, 2027-06-19, false",
        "SUPERCOOP, EXEMPTION, 2027-01-04, 2027-06-20, true",
        "SUPERCOOP, EXEMPTION, 2027-01-04,, true",
        "SUPERCOOP, PARENTAL, 2027-01-04, 2028-01-03, true",
        "SUPERCOOP, HOLIDAY, 2027-01-04,, false",
        "LOUVE, EXEMPTION, 2027-01-04,, false",
        "USUAL, EXEMPTION, 2027-01-04,, false",
    })
    void aLongExemptionFreesTheFixedPlaceWhereTheRulesSaySo(
            LeaveRules rules, LeaveType type, String from, String to, boolean frees) {
        assertThat(rules.of(type).freesPlaces(day(from), dayOrNone(to))).isEqualTo(frees);
    }

    @Test
    void onlyLaLouveAsksForDocuments() {
        assertThat(LeaveRules.LOUVE.of(LeaveType.SICK).document()).isEqualTo(new Document(15, 22));
        assertThat(LeaveRules.LOUVE.of(LeaveType.PARENTAL).document()).isEqualTo(new Document(21, 33));
        for (LeaveType type : LeaveType.values()) {
            assertThat(LeaveRules.USUAL.of(type).document()).isNull();
            assertThat(LeaveRules.SUPERCOOP.of(type).document()).isNull();
        }
    }

    @Test
    void whoeverIsAwayDoesNotShopAndWhoeverIsExemptDoes() {
        assertThat(LeaveType.HOLIDAY.mayShop()).isFalse();
        assertThat(LeaveType.EXEMPTION.mayShop()).isTrue();
        assertThat(LeaveType.SICK.mayShop()).isTrue();
        assertThat(LeaveType.PARENTAL.mayShop()).isTrue();
    }
}
