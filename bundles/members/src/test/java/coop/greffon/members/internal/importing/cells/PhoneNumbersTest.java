package coop.greffon.members.internal.importing.cells;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "06 39 98 12 34, 639981234",
        "0639981234, 639981234",
        "639981234, 639981234",
        "06.39.98.12.34, 639981234",
        "06-39-98-12-34, 639981234",
        "(06) 39 98 12 34, 639981234",
        "+33639981234, 639981234",
        "+33 6.39.98.12.34, 639981234",
        "+33 (0)6 39 98 12 34, 639981234",
        "0033 6 39 98 12 34, 639981234",
        "33639981234, 639981234",
        "0470 00 00 19, 470000019",
        "0470/00.00.19, 470000019",
        "+32470 000019, 470000019",
        "0032 470/00.00.19, 470000019",
        "02/000.00.93, 20000093",
        "+32 2 000 00 93, 20000093",
        "079 000 00 77, 790000077",
        "+41 79 000 00 77, 790000077",
        "0041 79/000.00.77, 790000077",
        "+352 26 00 00 01, 26000001",
        "+1 202 555 0100, 12025550100",
    })
    void spellingsOfOneNumberHaveTheSameDigits(String typed, String digits) {
        assertThat(PhoneNumbers.read(typed, Field.PHONE).phones()).containsExactly(new Phone(typed, digits, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "06 39 98 12 34 le soir",
                "06 39 98 12 34 (bureau)",
                "06 39 98 12 34 – demander Zoé",
                "06 39 98 12 34 / pas avant 18h"
            })
    void aRemarkStaysWithItsNumber(String cell) {
        var reading = PhoneNumbers.read(cell, Field.MOBILE);

        assertThat(reading.phones()).containsExactly(new Phone(cell, "639981234", true));
        assertThat(reading.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+32 2 000 00 65 ou 04 000 00 35",
                "+32 2 000 00 65\n04 000 00 35",
                "+32 2 000 00 65, 04 000 00 35",
                "+32 2 000 00 65 / 04 000 00 35",
                "020000065/040000035"
            })
    void severalNumbersInOneCell(String cell) {
        assertThat(PhoneNumbers.read(cell, Field.PHONE).phones())
                .extracting(Phone::digits)
                .containsExactly("20000065", "40000035");
    }

    @ParameterizedTest
    @ValueSource(strings = {"liste rouge", "?", "non", "06 39 98", "00", "1234567890123456"})
    void whatIsNoNumberIsKept(String cell) {
        var reading = PhoneNumbers.read(cell, Field.PHONE);

        assertThat(reading.phones()).isEmpty();
        assertThat(reading.kept()).containsExactly(cell);
        assertThat(reading.problems()).extracting(Problem::reason).containsExactly(Reason.PHONE_NONE);
    }

    @Test
    void aNumberThatASpreadsheetShortenedIsBroughtBack() {
        var reading = PhoneNumbers.read("6.39981234E8", Field.MOBILE);

        assertThat(reading.phones()).containsExactly(new Phone("0639981234", "639981234", true));
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(Reason.PHONE_DAMAGED);
            assertThat(problem.arguments()).isEqualTo(List.of("6.39981234E8", "0639981234"));
        });
    }
}
