package coop.greffon.core.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TabularWriterTest {
    private static final ExportSheet SHEET = new ExportSheet("Adhérents", List.of("N°", "Nom", "Solde"));

    @TempDir
    private Path folder;

    private static byte[] written(TabularOutput format, ExportSheet sheet, List<List<Cell>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TabularWriter table = TabularWriter.open(out, format, sheet)) {
            for (List<Cell> row : rows) {
                table.row(row);
            }
            table.finish();
        }
        return out.toByteArray();
    }

    private static String text(TabularOutput format, ExportSheet sheet, List<List<Cell>> rows) throws IOException {
        return new String(written(format, sheet, rows), StandardCharsets.UTF_8);
    }

    private List<List<Cell>> readBack(byte[] bytes, String sheet) throws IOException {
        Path file = Files.write(folder.resolve("export"), bytes);
        List<List<Cell>> rows = new ArrayList<>();
        try (TabularFile table = TabularFile.open(file, "export", TabularLimits.standard(), sheet)) {
            rows.add(table.header().stream().map(Cell::of).toList());
            for (TabularRow row : table) {
                assertThat(row.problem()).isEmpty();
                rows.add(row.cells());
            }
        }
        return rows;
    }

    @Test
    void rfc_4180_has_commas_points_and_no_byte_order_mark() throws IOException {
        String csv = text(
                TabularOutput.CSV,
                SHEET,
                List.of(
                        List.of(Cell.of(7), Cell.of("Durand, Léa"), Cell.of(new BigDecimal("-12.50"))),
                        List.of(Cell.EMPTY, Cell.of("dit \"Max\""), Cell.EMPTY)));
        assertThat(csv).isEqualTo("N°,Nom,Solde\r\n7,\"Durand, Léa\",-12.50\r\n,\"dit \"\"Max\"\"\",\r\n");
    }

    @Test
    void the_french_csv_has_semicolons_commas_and_a_byte_order_mark() throws IOException {
        String csv = text(
                TabularOutput.CSV_FRENCH,
                SHEET,
                List.of(List.of(Cell.of(7), Cell.of("Durand; Léa"), Cell.of(new BigDecimal("-12.50")))));
        assertThat(csv).isEqualTo("\uFEFFN°;Nom;Solde\r\n7;\"Durand; Léa\";-12,50\r\n");
    }

    @Test
    void dates_are_iso_8601_in_csv() throws IOException {
        String csv = text(
                TabularOutput.CSV,
                new ExportSheet("x", List.of("Jour", "Moment", "Oui")),
                List.of(List.of(
                        Cell.of(LocalDate.of(2024, 2, 29)),
                        Cell.of(LocalDateTime.of(2024, 2, 29, 14, 5)),
                        Cell.of(true))));
        assertThat(csv).isEqualTo("Jour,Moment,Oui\r\n2024-02-29,2024-02-29T14:05:00,true\r\n");
    }

    @Test
    void json_keeps_the_kinds_of_values() throws IOException {
        String json = text(
                TabularOutput.JSON,
                new ExportSheet("x", List.of("nom", "solde", "oui", "depuis", "vu")),
                List.of(
                        List.of(
                                Cell.of("Léa \"L\"\n"),
                                Cell.of(new BigDecimal("1E+3")),
                                Cell.of(true),
                                Cell.of(LocalDate.of(2024, 2, 29)),
                                Cell.of(LocalDateTime.of(2024, 2, 29, 14, 5))),
                        List.of(Cell.of("=1+1"), Cell.EMPTY, Cell.of(false), Cell.EMPTY, Cell.EMPTY)));
        assertThat(json)
                .isEqualTo("[{\"nom\":\"Léa \\\"L\\\"\\n\",\"solde\":1000,\"oui\":true,\"depuis\":\"2024-02-29\","
                        + "\"vu\":\"2024-02-29T14:05:00\"}\n"
                        + ",{\"nom\":\"=1+1\",\"solde\":null,\"oui\":false,\"depuis\":null,\"vu\":null}\n]");
    }

    @Test
    void texts_that_a_spreadsheet_would_run_get_an_apostrophe_in_csv() throws IOException {
        ExportSheet sheet = new ExportSheet("x", List.of("=titre", "b"));
        String csv = text(
                TabularOutput.CSV,
                sheet,
                List.of(
                        List.of(Cell.of("=HYPERLINK(\"x\")"), Cell.of("+33 6")),
                        List.of(Cell.of("-moi"), Cell.of("@moi")),
                        List.of(Cell.of("\tmoi"), Cell.of("\rmoi")),
                        List.of(Cell.of("'=déjà"), Cell.of("l'an = 1")),
                        List.of(Cell.of(-5), new Cell.Formula("A1+1", "2"))));
        assertThat(csv.split("\r\n"))
                .containsExactly(
                        "'=titre,b",
                        "\"'=HYPERLINK(\"\"x\"\")\",'+33 6",
                        "'-moi,'@moi",
                        "'\tmoi,\"'\rmoi\"",
                        "''=déjà,l'an = 1",
                        "-5,'=A1+1");
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "CSV_FRENCH", "ODS", "XLSX"})
    void texts_come_back_as_they_were(TabularOutput format) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (String text : List.of(
                "=1+1",
                "+33 6 39 98 12 34",
                "- Nom",
                "@moi",
                "'=x",
                "''",
                "\tun",
                "  deux  espaces ",
                "un\ndeux\n\ntrois",
                "a;b,c|d\te",
                "\"\"",
                "Élise 🌱 & <b>",
                "_x000B_",
                "山田 花子",
                "007",
                "TRUE")) {
            rows.add(List.of(Cell.of(text), Cell.EMPTY));
            rows.add(List.of(Cell.of("x"), Cell.of(text)));
        }
        List<List<Cell>> expected = new ArrayList<>(rows);
        expected.add(0, List.of(Cell.of("Texte"), Cell.of("=Autre")));
        ExportSheet sheet = new ExportSheet("Liste", List.of("Texte", "=Autre"));
        assertThat(readBack(written(format, sheet, rows), null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"ODS", "XLSX"})
    void values_come_back_as_they_were_from_workbooks(TabularOutput format) throws IOException {
        List<List<Cell>> rows = List.of(
                List.of(Cell.of(-7), Cell.of(new BigDecimal("1234567.89")), Cell.of(false)),
                List.of(
                        Cell.of(LocalDate.of(2024, 2, 29)),
                        Cell.of(LocalDateTime.of(2024, 2, 29, 14, 5, 59)),
                        Cell.of(LocalDateTime.of(1999, 12, 31, 23, 59, 59, 999_000_000))),
                List.of(Cell.of(LocalDate.of(1900, 1, 1)), Cell.of(LocalDate.of(1900, 2, 28)), Cell.EMPTY),
                List.of(Cell.of(LocalDate.of(1900, 3, 1)), Cell.of(LocalDate.of(9999, 12, 31)), Cell.EMPTY));
        assertThat(readBack(written(format, SHEET, rows), null).subList(1, 5)).isEqualTo(rows);
    }

    @Test
    void days_that_xlsx_cannot_count_are_written_as_text() throws IOException {
        List<List<Cell>> rows = List.of(List.of(
                Cell.of(LocalDate.of(1899, 12, 31)), Cell.of("a"), Cell.of(LocalDateTime.of(1850, 1, 1, 8, 0))));
        assertThat(readBack(written(TabularOutput.XLSX, SHEET, rows), null).get(1))
                .containsExactly(Cell.of("1899-12-31"), Cell.of("a"), Cell.of("1850-01-01T08:00:00"));
    }

    @Test
    void control_characters_survive_in_xlsx_and_are_marked_in_ods() throws IOException {
        List<List<Cell>> rows = List.of(List.of(Cell.of("a\u000Bb\r\nc"), Cell.of("x"), Cell.of("\uD83C!")));
        assertThat(readBack(written(TabularOutput.XLSX, SHEET, rows), null).get(1))
                .isEqualTo(rows.get(0));
        assertThat(readBack(written(TabularOutput.ODS, SHEET, rows), null).get(1))
                .containsExactly(Cell.of("a\uFFFDb\nc"), Cell.of("x"), Cell.of("\uFFFD!"));
    }

    @Test
    void a_text_longer_than_an_xlsx_cell_ends_with_an_ellipsis() throws IOException {
        List<List<Cell>> rows = List.of(List.of(Cell.of("é".repeat(40_000)), Cell.EMPTY, Cell.EMPTY));
        assertThat(readBack(written(TabularOutput.XLSX, SHEET, rows), null)
                        .get(1)
                        .get(0)
                        .text())
                .hasSize(32_767)
                .endsWith("é…");
    }

    @ParameterizedTest
    @EnumSource(names = {"ODS", "XLSX"})
    void criteria_stand_on_a_second_sheet(TabularOutput format) throws IOException {
        ExportSheet sheet = new ExportSheet(
                "Adhérents [actifs] au 29/02/2024 à midi",
                List.of("Nom"),
                "Critères",
                List.of(
                        new Criterion("Filtre", Cell.of("statut = actif")),
                        new Criterion("Exporté le", Cell.of(LocalDateTime.of(2024, 2, 29, 12, 0)))));
        byte[] workbook = written(format, sheet, List.of(List.of(Cell.of("Léa"))));
        assertThat(readBack(workbook, "Adhérents  actifs  au 29 02 202"))
                .containsExactly(List.of(Cell.of("Nom")), List.of(Cell.of("Léa")));
        assertThat(readBack(workbook, "Critères"))
                .containsExactly(
                        List.of(Cell.of("Filtre"), Cell.of("statut = actif")),
                        List.of(Cell.of("Exporté le"), Cell.of(LocalDateTime.of(2024, 2, 29, 12, 0))));
    }

    @ParameterizedTest
    @EnumSource(names = {"ODS", "XLSX"})
    void the_same_table_gives_the_same_bytes(TabularOutput format) throws IOException {
        List<List<Cell>> rows = List.of(List.of(Cell.of(1), Cell.of("Léa"), Cell.EMPTY));
        assertThat(written(format, SHEET, rows)).isEqualTo(written(format, SHEET, rows));
    }

    @Test
    void an_ods_file_says_what_it_is_in_its_first_bytes() throws IOException {
        byte[] ods = written(TabularOutput.ODS, SHEET, List.of());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            ZipEntry first = zip.getNextEntry();
            assertThat(first.getName()).isEqualTo("mimetype");
            assertThat(first.getMethod()).isEqualTo(ZipEntry.STORED);
        }
        assertThat(new String(ods, 30, 54, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    }

    @ParameterizedTest
    @EnumSource(names = {"ODS", "XLSX", "JSON"})
    void an_export_that_was_not_finished_is_not_a_whole_file(TabularOutput format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TabularWriter table = TabularWriter.open(out, format, SHEET)) {
            table.row(List.of(Cell.of(1), Cell.of("Léa"), Cell.EMPTY));
        }
        if (format == TabularOutput.JSON) {
            assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("]");
        } else {
            Path file = Files.write(folder.resolve("export"), out.toByteArray());
            assertThatThrownBy(() -> TabularFile.open(file, "export", TabularLimits.standard()))
                    .isInstanceOf(UnreadableTableException.class);
        }
    }

    @Test
    void a_row_has_as_many_cells_as_there_are_columns() throws IOException {
        try (TabularWriter table = TabularWriter.open(new ByteArrayOutputStream(), TabularOutput.CSV, SHEET)) {
            assertThatThrownBy(() -> table.row(List.of(Cell.of(1)))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void two_columns_of_the_same_title_are_refused() {
        assertThatThrownBy(() -> new ExportSheet("x", List.of("Nom", "Nom")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
