package coop.greffon.shifts.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LayoutTest {
    private static Layout of(Kind kind, String header) {
        return Layout.of(kind, List.of(header.split(",", -1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLOTS | shift_type_id,week_number,mo,tu,we,th,fr,sa,su,start_time,end_time,seats_max,seats_min | MINIMUM | seats_min",
                "SLOTS | Poste,Semaine,Jour,Heure de début,Heure de fin,Places,Responsables | LEADERS | Responsables",
                "SLOTS | job,week,weekday,start,end,seats,value | VALUE | value",
                "PLACES | partner_id/barcode_base,shift_template_id,date_begin,date_end | SLOT | shift_template_id",
                "PLACES | N° adhérent,Créneau,Depuis | FROM | Depuis",
                "COUNTERS | barcode_base,shift_type,start_date,final_standard_point,final_ftop_point,working_state | STATE | working_state",
                "COUNTERS | id,barcode_base,shift_type,start_date | EXTERNAL_ID | id",
                "PLACES | partner_id/id,shift_template_id | EXTERNAL_ID | partner_id/id",
                "COUNTERS | cooperator_id,working_mode,irregular_start_date,sr,sc | COMPENSATION | sc",
                "COUNTERS | Numéro,Rythme,Début,Solde au,Solde,Rattrapages,Épargne | SAVINGS | Épargne"
            })
    void columnsAreKnownByTheirTitles(Kind kind, String header, Column column, String title) {
        Layout layout = of(kind, header);

        assertThat(layout.has(column)).isTrue();
        assertThat(layout.title(column)).isEqualTo(title);
        assertThat(layout.unread()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBack(Kind kind) {
        Layout layout = Layout.of(kind, kind.titles());

        assertThat(layout.unread()).isEmpty();
    }

    @Test
    void whatNobodyKnowsIsNamed() {
        assertThat(of(Kind.COUNTERS, "member,track,start,main,shoe size,").unread())
                .containsExactly("shoe size");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLOTS | member,track,start,main | shifts.import.other-kind",
                "PLACES | job,week,weekday,start,end,seats | shifts.import.other-kind",
                "COUNTERS | member,slot,from | shifts.import.other-kind",
                "SLOTS | name,mail,phone | shifts.import.missing",
                "COUNTERS | member,N°,track,start | shifts.import.twice"
            })
    void aFileOfAnotherKindIsRefused(Kind kind, String header, String key) {
        assertThatThrownBy(() -> of(kind, header))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(
                                        FieldError::field,
                                        error -> error.message().key())
                                .contains(tuple("file", key)));
    }
}
