package coop.greffon.core.internal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateStyleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '·',
            quoteCharacter = '`',
            value = {
                "yyyy-mm-dd hh:mm:ss · MOMENT",
                "yyyy-mm-dd · DAY",
                "dd/mm/yyyy · DAY",
                "dd.mm.yy · DAY",
                "[$-40C]d mmmm yyyy;@ · DAY",
                "[$-F800]dddd, mmmm dd, yyyy · DAY",
                "mmm-yy · DAY",
                "mmmm · DAY",
                "d/m/yy h:mm AM/PM · MOMENT",
                "yyyy\\-mm\\-dd\"T\"hh\\:mm · MOMENT",
                "h:mm · CLOCK",
                "mm:ss.0 · CLOCK",
                "[h]:mm · ELAPSED",
                "[mm]:ss · ELAPSED",
                "General · NONE",
                "0.00 · NONE",
                "#,##0.00 · NONE",
                "0.00E+00 · NONE",
                "#,##0 \"days\" · NONE",
                "0\\d · NONE",
                "[Red]0.00;[Blue]-0.00 · NONE",
                "#,##0.00 [$€-40C] · NONE",
                "@ · NONE"
            })
    void a_format_shows_a_date_by_its_letters(String code, DateStyle style) {
        assertThat(DateStyle.ofCode(code)).isEqualTo(style);
    }

    @ParameterizedTest
    @CsvSource({
        "0, NONE",
        "2, NONE",
        "9, NONE",
        "14, DAY",
        "17, DAY",
        "18, CLOCK",
        "21, CLOCK",
        "22, MOMENT",
        "45, CLOCK",
        "46, ELAPSED",
        "47, CLOCK",
        "49, NONE"
    })
    void a_format_may_be_known_by_its_number(int format, DateStyle style) {
        assertThat(DateStyle.ofBuiltIn(format)).isEqualTo(style);
    }
}
