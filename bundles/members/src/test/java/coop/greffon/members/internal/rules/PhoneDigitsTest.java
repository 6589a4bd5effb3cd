package coop.greffon.members.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneDigitsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            06 39 98 12 34        | 639981234
            06.39.98.12.34        | 639981234
            +33 6 39 98 12 34     | 639981234
            +33 (0)6 39 98 12 34  | 639981234
            (+33) 639981234       | 639981234
            0033 6 39 98 12 34    | 639981234
            33639981234           | 639981234
            639981234             | 639981234
            0639                  | 639
            +33 6 39              | 639
            02/000.00.93          | 20000093
            +32470 000025         | 470000025
            0470 00 00 25         | 470000025
            +41 79 000 00 12      | 790000012
            +352 621 000 000      | 621000000
            no number             | ''
            """)
    void everySpellingGivesTheSame(String typed, String digits) {
        assertThat(PhoneDigits.of(typed)).isEqualTo(digits);
    }
}
