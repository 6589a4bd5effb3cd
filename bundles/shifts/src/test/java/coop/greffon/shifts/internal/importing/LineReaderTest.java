package coop.greffon.shifts.internal.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coop.greffon.core.problem.FieldError;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {
    private static final LocalDate JANUARY = LocalDate.of(2027, 1, 4);

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(";", -1)).map(String::strip).toList();
    }

    private static TabularRow row(String line) {
        return new TabularRow(2, cells(line).stream().map(Cell::of).toList(), Optional.empty());
    }

    private static LineReader reader(Kind kind, String header, String... lines) {
        return new LineReader(
                Layout.of(kind, cells(header)),
                Arrays.stream(lines).map(LineReaderTest::row).toList());
    }

    private static ReadLine<SlotLine> slot(String header, String line) {
        return reader(Kind.SLOTS, header, line).slot(row(line));
    }

    private static ReadLine<CounterLine> counter(String header, String line) {
        return reader(Kind.COUNTERS, header, line).counter(row(line));
    }

    @Test
    void aSlotIsReadFromOurColumns() {
        assertThat(slot(
                                "poste;semaine;jour;début;fin;places;minimum;responsables;valeur;à partir du;dernier jour",
                                "Caisse;A;mardi;8h30;11,5;4;2;1;1,5;04/01/2027;2027-12-31")
                        .content())
                .isEqualTo(new SlotLine(
                        new SlotKey("Caisse", 1, DayOfWeek.TUESDAY, LocalTime.of(8, 30)),
                        LocalTime.of(11, 30),
                        4,
                        2,
                        1,
                        new BigDecimal("1.5"),
                        JANUARY,
                        LocalDate.of(2027, 12, 31)));
    }

    @Test
    void aSlotIsReadFromThoseOfOdoo() {
        assertThat(slot(
                                "shift_type_id;week_number;mo;tu;we;start_time;end_time;seats_max",
                                "Service standard;2;False;True;False;8.5;11.25;40")
                        .content())
                .isEqualTo(new SlotLine(
                        new SlotKey("Service standard", 2, DayOfWeek.TUESDAY, LocalTime.of(8, 30)),
                        LocalTime.of(11, 15),
                        40,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Caisse;1;mardo;9:00;12:00;4 | weekday | mardo | shifts.import.weekday",
                "Caisse;1;2;9:00;12:00;4 | weekday | 2 | shifts.import.weekday-number",
                "Caisse;1;;9:00;12:00;4 | weekday | | shifts.import.empty",
                "Caisse;Z9;lundi;9:00;12:00;4 | week | Z9 | shifts.import.week",
                "Caisse;1;lundi;9:75;12:00;4 | start | 9:75 | shifts.import.hour",
                "Caisse;1;lundi;;12:00;4 | start | | shifts.import.empty",
                "Caisse;1;lundi;9:00;noon;4 | end | noon | shifts.import.hour",
                "Caisse;1;lundi;9:00;12:00;many | seats | many | shifts.import.count",
                ";1;lundi;9:00;12:00;4 | job | | shifts.import.empty"
            })
    void whatCannotBeUnderstoodIsNamedWithItsColumn(String line, String column, String value, String key) {
        ReadLine<SlotLine> read = slot("job;week;weekday;start;end;seats", line);

        assertThat(read.content()).isNull();
        assertThat(read.errors())
                .extracting(
                        FieldError::field,
                        FieldError::value,
                        error -> error.message().key())
                .containsExactly(tuple(column, value, key));
    }

    @Test
    void aSlotOfTwoDaysIsTwo() {
        assertThat(slot("job;mo;tu;start;end;seats", "Caisse;True;True;9:00;12:00;4")
                        .errors())
                .extracting(FieldError::field, error -> error.message().key())
                .containsExactly(tuple("tu", "shifts.import.one-day"));
    }

    @Test
    void aFormulaIsNotRead() {
        var layout = Layout.of(Kind.COUNTERS, List.of("member", "track", "start", "main"));
        var row = new TabularRow(
                2,
                List.of(Cell.of("128"), Cell.of("fixe"), Cell.of(JANUARY), new Cell.Formula("A1+1", "3")),
                Optional.empty());

        assertThat(new LineReader(layout, List.of(row)).counter(row).errors())
                .extracting(FieldError::field, error -> error.message().key())
                .containsExactly(tuple("main", "shifts.import.formula"));
    }

    @Test
    void aPlaceIsOnASlotByItsColumnsOrByItsName() {
        var key = new SlotKey(null, 1, DayOfWeek.TUESDAY, LocalTime.of(8, 30));
        String byName = "128;AMar. - 08:30;2027-01-04;oui";
        String byColumns = "128;A;mardi;08:30";

        assertThat(reader(Kind.PLACES, "barcode_base;shift_template_id;date_begin;responsable", byName)
                        .place(row(byName))
                        .content())
                .isEqualTo(new PlaceLine("128", key, JANUARY, null, true));
        assertThat(reader(Kind.PLACES, "membre;semaine;jour;début", byColumns)
                        .place(row(byColumns))
                        .content())
                .isEqualTo(new PlaceLine("128", key, null, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "fixe, FIXED",
        "Régulier, FIXED",
        "regular, FIXED",
        "standard, FIXED",
        "volant·e, FLYING",
        "irregular, FLYING",
        "ftop, FLYING",
        "exempté, EXEMPT",
        "exempt, EXEMPT"
    })
    void aTrackIsAWordOfAnyProgram(String word, Track expected) {
        assertThat(counter("member;track;start", "128;" + word + ";2027-01-04")
                        .content()
                        .track())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"128, partner_7, 128", "128, '', 128", "'', partner_7, partner_7"})
    void aNumberComesBeforeWhatOdooCallsSomebody(String number, String id, String expected) {
        assertThat(counter("id;barcode_base;track;start", id + ";" + number + ";fixe;2027-01-04")
                        .content()
                        .member())
                .isEqualTo(expected);
    }

    @Test
    void somebodyMustBeNamed() {
        assertThat(counter("id;barcode_base;track;start", ";;fixe;2027-01-04").errors())
                .extracting(FieldError::field, error -> error.message().key())
                .containsExactly(tuple("barcode_base", "shifts.import.empty"));
    }

    /** Of the two counters of La Louve each track has its own. */
    @Test
    void thePointsOfTheTrackCount() {
        String header = "barcode_base;shift_type;start_date;final_standard_point;final_ftop_point;working_state";

        assertThat(counter(header, "128;ftop;2027-01-04;0;-2;alert").content())
                .isEqualTo(new CounterLine(
                        "128", Track.FLYING, false, JANUARY, JANUARY, Map.of(Counter.MAIN, new BigDecimal("-2"))));
        assertThat(counter(header, "128;standard;2027-01-04;-1;0;exempted").content())
                .isEqualTo(new CounterLine(
                        "128", Track.FIXED, true, JANUARY, JANUARY, Map.of(Counter.MAIN, new BigDecimal("-1"))));
        assertThat(counter(header, "128;standard;2027-01-04;-1;2;alert").errors())
                .extracting(
                        FieldError::field,
                        FieldError::value,
                        error -> error.message().key())
                .containsExactly(tuple("final_ftop_point", "2", "shifts.import.other-points"));
    }

    @Test
    void theBalanceIsThatOfTheStartOrOfALaterDay() {
        String header = "member;track;start;on;main;sc";

        assertThat(counter(header, "128;volant;2026-11-02;2027-01-04;1,5;-1").content())
                .isEqualTo(new CounterLine(
                        "128",
                        Track.FLYING,
                        false,
                        LocalDate.of(2026, 11, 2),
                        JANUARY,
                        Map.of(Counter.MAIN, new BigDecimal("1.5"), Counter.COMPENSATION, new BigDecimal("-1"))));
        assertThat(counter(header, "128;volant;2027-01-04;2027-01-03;1;").errors())
                .extracting(FieldError::field, error -> error.message().key())
                .containsExactly(tuple("on", "shifts.import.before-start"));
    }
}
