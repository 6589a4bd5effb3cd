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

class XlsxReadingTest {
    private static final String HEADER =
            "<row r='1'><c r='A1' t='inlineStr'><is><t>Nom</t></is></c><c r='B1' t='inlineStr'><is><t>Depuis</t></is></c></row>";

    @TempDir
    private Path folder;

    private TabularFile open(Map<String, String> parts) {
        return TabularFile.open(Workbooks.write(folder, parts), "membres.xlsx", TabularLimits.standard());
    }

    private List<TabularRow> rows(Map<String, String> parts) {
        List<TabularRow> rows = new ArrayList<>();
        try (TabularFile table = open(parts)) {
            assertThat(table.format()).isEqualTo(TabularFormat.XLSX);
            table.forEach(rows::add);
        }
        return rows;
    }

    /** The one cell of column B, in row 2. */
    private Cell cell(String xml) {
        return rows(Workbooks.xlsx(HEADER + "<row r='2'>" + xml + "</row>"))
                .get(0)
                .cells()
                .get(1);
    }

    private Cell cell1904(String xml) {
        Map<String, String> parts = Workbooks.xlsx(HEADER + "<row r='2'>" + xml + "</row>");
        parts.replace(
                "xl/workbook.xml",
                parts.get("xl/workbook.xml").replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
        return rows(parts).get(0).cells().get(1);
    }

    @Test
    void rows_and_cells_that_are_not_stored_are_empty() {
        List<TabularRow> rows = rows(Workbooks.xlsx(HEADER
                + "<row r='2'/><row r='4'><c r='B4' t='b'><v>1</v></c></row>"
                + "<row r='5'><c r='A5'/><c r='B5' s='1'/></row><row><c t='b'><v>0</v></c></row>"));
        assertThat(rows)
                .containsExactly(
                        new TabularRow(4, List.of(Cell.EMPTY, Cell.of(true)), Optional.empty()),
                        new TabularRow(6, List.of(Cell.of(false), Cell.EMPTY), Optional.empty()));
    }

    @Test
    void shared_texts_are_found_by_number_without_their_runs_and_readings() {
        Map<String, String> parts =
                Workbooks.xlsx(HEADER + "<row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2' t='s'><v>0</v></c></row>"
                        + "<row r='3'><c r='A3' t='s'><v>2</v></c><c r='B3' t='s'><v>1</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<sst><si><t xml:space='preserve"
                        + "'>  deux &amp; trois\n</t></si>"
                        + "<si><r><rPr><b/></rPr><t>Lé</t></r><r><t>a</t></r><rPh><t>x</t></rPh><phoneticPr/></si>"
                        + "<si><t/></si></sst>");
        assertThat(rows(parts).get(0).cells()).containsExactly(Cell.of("Léa"), Cell.of("  deux & trois\n"));
        assertThat(rows(parts).get(1).cells()).containsExactly(Cell.EMPTY, Cell.of("Léa"));
    }

    @Test
    void codes_of_control_characters_are_decoded() {
        assertThat(cell("<c r='B2' t='inlineStr'><is><t>un_x000B_deux_x005F_x000B_</t></is></c>"))
                .isEqualTo(new Cell.Text("un\u000Bdeux_x000B_"));
    }

    @Test
    void a_number_has_the_digits_that_the_program_shows() {
        assertThat(cell("<c r='B2'><v>33.299999999999997</v></c>")).isEqualTo(Cell.of(new BigDecimal("33.3")));
        assertThat(cell("<c r='B2' t='n'><v>3760123456789</v></c>")).isEqualTo(Cell.of(3_760_123_456_789L));
        assertThat(cell("<c r='B2' s='5'><v>1.5E-2</v></c>")).isEqualTo(Cell.of(new BigDecimal("0.015")));
        assertThat(cell("<c r='B2'><v>1E3</v></c>").text()).isEqualTo("1000");
        assertThat(cell("<c r='B2'><v>1E999999999</v></c>")).isEqualTo(new Cell.Text("1E999999999"));
    }

    @Test
    void a_number_is_a_date_by_its_style() {
        // 45351 days after 30 December 1899 is 29 February 2024.
        assertThat(cell("<c r='B2' s='1'><v>45351</v></c>")).isEqualTo(Cell.of(LocalDate.of(2024, 2, 29)));
        assertThat(cell("<c r='B2' s='2'><v>45351</v></c>")).isEqualTo(Cell.of(LocalDateTime.of(2024, 2, 29, 0, 0)));
        assertThat(cell("<c r='B2' s='2'><v>45351.586805555555</v></c>"))
                .isEqualTo(Cell.of(LocalDateTime.of(2024, 2, 29, 14, 5)));
        assertThat(cell("<c r='B2' s='1'><v>45351.5</v></c>")).isEqualTo(Cell.of(LocalDateTime.of(2024, 2, 29, 12, 0)));
        assertThat(cell("<c r='B2' s='0'><v>45351</v></c>")).isEqualTo(Cell.of(45_351));
        assertThat(cell("<c r='B2'><v>45351</v></c>")).isEqualTo(Cell.of(45_351));
    }

    @Test
    void the_1904_system_counts_from_1_january_1904() {
        assertThat(cell1904("<c r='B2' s='1'><v>43889</v></c>")).isEqualTo(Cell.of(LocalDate.of(2024, 2, 29)));
        assertThat(cell1904("<c r='B2' s='1'><v>0</v></c>")).isEqualTo(Cell.of(LocalDate.of(1904, 1, 1)));
    }

    @Test
    void a_time_alone_is_a_text() {
        assertThat(cell("<c r='B2' s='3'><v>0.4375</v></c>")).isEqualTo(new Cell.Text("10:30:00"));
        assertThat(cell("<c r='B2' s='4'><v>1.5</v></c>")).isEqualTo(new Cell.Text("36:00:00"));
    }

    @Test
    void a_date_written_as_iso_8601_is_a_date() {
        assertThat(cell("<c r='B2' t='d'><v>2024-02-29</v></c>")).isEqualTo(Cell.of(LocalDate.of(2024, 2, 29)));
        assertThat(cell("<c r='B2' t='d'><v>2024-02-29T14:05:00</v></c>"))
                .isEqualTo(Cell.of(LocalDateTime.of(2024, 2, 29, 14, 5)));
    }

    @Test
    void a_formula_is_given_as_it_is_stored() {
        assertThat(cell("<c r='B2'><f>SUM(A1:A3)</f><v>0</v></c>")).isEqualTo(new Cell.Formula("SUM(A1:A3)", "0"));
        assertThat(cell("<c r='B2' t='str'><f>A1&amp;\"x\"</f><v>abx</v></c>"))
                .isEqualTo(new Cell.Formula("A1&\"x\"", "abx"));
        assertThat(cell("<c r='B2'><f t='shared' si='0'/><v>7</v></c>")).isEqualTo(new Cell.Formula("", "7"));
        assertThat(cell("<c r='B2' t='e'><f>1/0</f><v>#DIV/0!</v></c>")).isEqualTo(new Cell.Formula("1/0", "#DIV/0!"));
    }

    @Test
    void yes_and_no_saved_as_formulas_are_yes_and_no() {
        assertThat(cell("<c r='B2' t='b'><f>TRUE()</f><v>1</v></c>")).isEqualTo(Cell.of(true));
        assertThat(cell("<c r='B2' t='b'><f>FALSE()</f><v>0</v></c>")).isEqualTo(Cell.of(false));
    }

    @Test
    void an_error_value_is_a_fault_of_its_row() {
        TabularRow row = rows(Workbooks.xlsx(HEADER + "<row r='2'><c r='B2' t='e'><v>#N/A</v></c></row>"))
                .get(0);
        assertThat(row.problem())
                .contains(new RowProblem(2, Text.of("core.tabular.row.error-value", "Depuis", "#N/A")));
    }

    @Test
    void a_cell_beyond_the_header_is_a_fault_of_its_row() {
        List<TabularRow> rows = rows(Workbooks.xlsx(HEADER
                + "<row r='2'><c r='C2'/></row><row r='3'><c r='A3' t='b'><v>1</v></c><c r='C3'><v>5</v></c></row>"));
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).problem()).contains(new RowProblem(3, Text.of("core.tabular.row.too-many-cells", 3, 2)));
        assertThat(rows.get(0).cells()).containsExactly(Cell.of(true), Cell.EMPTY, Cell.of(5));
    }

    @Test
    void a_nul_character_is_a_fault_of_its_row() {
        TabularRow row = rows(Workbooks.xlsx(
                        HEADER + "<row r='2'><c r='A2' t='inlineStr'><is><t>a_x0000_b</t></is></c></row>"))
                .get(0);
        assertThat(row.problem()).contains(new RowProblem(2, Text.of("core.tabular.row.nul-character", "Nom")));
    }

    @Test
    void the_first_visible_sheet_is_read_unless_another_is_named() {
        Map<String, String> parts = Workbooks.xlsx(HEADER);
        parts.replace(
                "xl/workbook.xml",
                Workbooks.workbook("<sheet name='Cachée' sheetId='1' r:id='s1' state='hidden'/>"
                        + "<sheet name='Liste' sheetId='2' r:id='s2'/>"));
        parts.put(
                "xl/worksheets/sheet2.xml",
                Workbooks.sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>Ville</t></is></c></row>"));
        Path file = Workbooks.write(folder, parts);
        try (TabularFile first = TabularFile.open(file, "a.xlsx", TabularLimits.standard());
                TabularFile named = TabularFile.open(file, "a.xlsx", TabularLimits.standard(), "Cachée")) {
            assertThat(first.header()).containsExactly("Ville");
            assertThat(named.header()).containsExactly("Nom", "Depuis");
        }
        assertThatThrownBy(() -> TabularFile.open(file, "a.xlsx", TabularLimits.standard(), "Autre"))
                .isInstanceOfSatisfying(
                        UnreadableTableException.class,
                        refused -> assertThat(refused.title())
                                .isEqualTo(Text.of("core.tabular.unknown-sheet", "a.xlsx", "Autre", "Liste, Cachée")));
    }
}
