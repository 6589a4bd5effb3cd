package coop.greffon.core.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OdsReadingTest {
    private static final String HEADER =
            "<table:table-header-rows><table:table-row><table:table-cell office:value-type='string'><text:p>Nom</text:p>"
                    + "</table:table-cell><table:table-cell office:value-type='string'><text:p>Depuis</text:p>"
                    + "</table:table-cell></table:table-row></table:table-header-rows>";
    private static final String YES =
            "<table:table-cell office:value-type='boolean' office:boolean-value='true'><text:p>VRAI</text:p></table:table-cell>";

    @TempDir
    private Path folder;

    private List<TabularRow> rows(Map<String, String> parts) {
        List<TabularRow> rows = new ArrayList<>();
        Path file = Workbooks.write(folder, parts);
        try (TabularFile table = TabularFile.open(file, "membres.ods", TabularLimits.standard())) {
            assertThat(table.format()).isEqualTo(TabularFormat.ODS);
            table.forEach(rows::add);
        }
        return rows;
    }

    private static String row(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    private Cell cell(String xml) {
        return rows(Workbooks.odsRows(HEADER + row(xml))).get(0).cells().get(0);
    }

    private Cell value(String type, String attribute, String value) {
        return cell("<table:table-cell office:value-type='" + type + "' office:" + attribute + "='" + value
                + "'><text:p>affiché</text:p></table:table-cell>");
    }

    private Cell paragraphs(String xml) {
        return cell("<table:table-cell office:value-type='string'>" + xml + "</table:table-cell>");
    }

    @Test
    void each_kind_of_value_is_read_from_its_attribute() {
        assertThat(value("float", "value", "12.5")).isEqualTo(Cell.of(new BigDecimal("12.5")));
        assertThat(value("percentage", "value", "0.2")).isEqualTo(Cell.of(new BigDecimal("0.2")));
        assertThat(value("currency", "value", "25")).isEqualTo(Cell.of(25));
        assertThat(value("boolean", "boolean-value", "false")).isEqualTo(Cell.of(false));
        assertThat(value("date", "date-value", "2024-02-29")).isEqualTo(Cell.of(LocalDate.of(2024, 2, 29)));
        assertThat(value("date", "date-value", "2024-02-29T14:05:00"))
                .isEqualTo(Cell.of(LocalDateTime.of(2024, 2, 29, 14, 5)));
        assertThat(value("time", "time-value", "PT36H05M00S")).isEqualTo(new Cell.Text("36:05:00"));
        assertThat(value("string", "string-value", "caché")).isEqualTo(new Cell.Text("affiché"));
    }

    @Test
    void a_value_that_is_not_of_its_kind_is_the_text_shown() {
        assertThat(value("float", "value", "douze")).isEqualTo(new Cell.Text("affiché"));
        assertThat(value("date", "date-value", "29/02/2024")).isEqualTo(new Cell.Text("affiché"));
        assertThat(value("date", "date-value", "2023-02-29")).isEqualTo(new Cell.Text("affiché"));
    }

    @Test
    void paragraphs_spaces_tabs_and_line_breaks_make_the_text() {
        assertThat(paragraphs("<text:p>un</text:p><text:p/><text:p>deux</text:p>"))
                .isEqualTo(Cell.of("un\n\ndeux"));
        assertThat(paragraphs("<text:p>a<text:s text:c='3'/>b<text:tab/>c<text:line-break/>d<text:s/></text:p>"))
                .isEqualTo(Cell.of("a   b\tc\nd "));
        assertThat(paragraphs("<text:p>\n   un\n   <text:span>deux <text:a>trois</text:a></text:span></text:p>"))
                .isEqualTo(Cell.of("un deux trois"));
    }

    @Test
    void comments_and_drawings_are_left_out() {
        assertThat(
                        paragraphs(
                                "<office:annotation><text:p>note</text:p></office:annotation><text:p>un"
                                        + "<draw:frame><text:p>dessin</text:p></draw:frame></text:p><draw:frame><text:p>x</text:p></draw:frame>"))
                .isEqualTo(Cell.of("un"));
    }

    @Test
    void a_formula_is_given_as_it_is_stored() {
        assertThat(cell("<table:table-cell table:formula='of:=[.A1]+1' office:value-type='float' office:value='3'>"
                        + "<text:p>3</text:p></table:table-cell>"))
                .isEqualTo(new Cell.Formula("[.A1]+1", "3"));
        assertThat(cell("<table:table-cell table:formula='of:=TRUE()' office:value-type='boolean'"
                        + " office:boolean-value='true'><text:p>VRAI</text:p></table:table-cell>"))
                .isEqualTo(Cell.of(true));
    }

    @Test
    void an_error_value_is_a_fault_of_its_row() {
        TabularRow row = rows(Workbooks.odsRows(HEADER
                        + row(
                                "<table:table-cell office:value-type='string' calcext:value-type='error'><text:p>#N/D</text:p>"
                                        + "</table:table-cell>")))
                .get(0);
        assertThat(row.problem()).contains(new RowProblem(2, Text.of("core.tabular.row.error-value", "Nom", "#N/D")));
    }

    @Test
    void what_is_repeated_is_given_as_often() {
        List<TabularRow> rows = rows(Workbooks.odsRows(HEADER
                + "<table:table-row table:number-rows-repeated='2'>"
                + YES.replace("table:table-cell ", "table:table-cell table:number-columns-repeated='2' ")
                + "<table:table-cell table:number-columns-repeated='16382'/></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1000'><table:table-cell/></table:table-row>"
                + row(YES)
                + "<table:table-row table:number-rows-repeated='1047572'><table:table-cell/></table:table-row>"));
        List<Cell> both = List.of(Cell.of(true), Cell.of(true));
        assertThat(rows)
                .containsExactly(
                        new TabularRow(2, both, Optional.empty()),
                        new TabularRow(3, both, Optional.empty()),
                        new TabularRow(1004, List.of(Cell.of(true), Cell.EMPTY), Optional.empty()));
    }

    @Test
    void groups_of_rows_and_merged_cells_are_gone_through() {
        List<TabularRow> rows = rows(Workbooks.odsRows("<table:table-column/>" + HEADER + "<table:table-row-group>"
                + row("<table:covered-table-cell/>" + YES) + "</table:table-row-group>"
                + "<table:shapes><draw:frame><text:p>x</text:p></draw:frame></table:shapes>"
                + "<table:table-rows>" + row(YES) + "</table:table-rows>"));
        assertThat(rows).extracting(TabularRow::line).containsExactly(2L, 3L);
        assertThat(rows.get(0).cells()).containsExactly(Cell.EMPTY, Cell.of(true));
    }

    @Test
    void a_cell_beyond_the_header_is_a_fault_of_its_row() {
        TabularRow row = rows(Workbooks.odsRows(HEADER + row("<table:table-cell/><table:table-cell/>" + YES)))
                .get(0);
        assertThat(row.problem()).contains(new RowProblem(2, Text.of("core.tabular.row.too-many-cells", 3, 2)));
    }

    @Test
    void the_first_sheet_is_read_unless_another_is_named() {
        Path file = Workbooks.write(
                folder,
                Workbooks.ods("<table:calculation-settings/><table:table table:name='Un'>" + HEADER
                        + "</table:table><table:table table:name='Deux'>" + row(YES) + "</table:table>"));
        try (TabularFile first = TabularFile.open(file, "a.ods", TabularLimits.standard());
                TabularFile named = TabularFile.open(file, "a.ods", TabularLimits.standard(), "Deux")) {
            assertThat(first.header()).containsExactly("Nom", "Depuis");
            assertThat(first.iterator()).isExhausted();
            assertThat(named.header()).containsExactly("true");
        }
        assertThatThrownBy(() -> TabularFile.open(file, "a.ods", TabularLimits.standard(), "Trois"))
                .isInstanceOfSatisfying(
                        UnreadableTableException.class,
                        refused -> assertThat(refused.title())
                                .isEqualTo(Text.of("core.tabular.unknown-sheet", "a.ods", "Trois", "Un, Deux")));
    }
}
