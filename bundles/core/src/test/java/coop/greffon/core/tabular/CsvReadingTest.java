package coop.greffon.core.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    private TabularFile open(byte[] bytes) throws IOException {
        Path file = Files.createTempFile(folder, "table", "");
        Files.write(file, bytes);
        return TabularFile.open(file, "membres.csv", TabularLimits.standard());
    }

    private TabularFile open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<TabularRow> rows(TabularFile table) {
        List<TabularRow> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    private static List<String> texts(TabularRow row) {
        return row.cells().stream().map(Cell::text).toList();
    }

    /** "line: cells" for a good row, "line! key arguments" for a faulty one. */
    private static List<String> outline(TabularFile table) {
        return rows(table).stream()
                .map(row -> row.problem()
                        .map(problem -> problem.line() + "! "
                                + problem.message().key().substring("core.tabular.row.".length())
                                + problem.message().arguments())
                        .orElse(row.line() + ": " + String.join("/", texts(row))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '·',
            value = {
                "'Nom,Mail'·,·2",
                "'Nom;Mail'·;·2",
                "'Nom\tMail'·'\t'·2",
                "'Nom|Mail'·|·2",
                "'Nom'·,·1",
                "'\"Nom; prénom\",Mail'·,·2",
                "'Nom, prénom;Mail;Ville'·;·3"
            })
    void the_separator_is_guessed_outside_quotes(String header, char separator, int columns) throws IOException {
        try (TabularFile table = open(header + "\r\n")) {
            assertThat(table.format()).isEqualTo(TabularFormat.CSV);
            assertThat(table.separator()).contains(separator);
            assertThat(table.header()).hasSize(columns);
        }
    }

    @Test
    void the_separator_is_the_one_on_which_the_lines_agree() throws IOException {
        try (TabularFile table = open("Nom, prénom;Adresse\nDurand, Léa;1, rue du Puits, Lyon\nPetit, Max;2, quai\n")) {
            assertThat(table.separator()).contains(';');
            assertThat(outline(table)).containsExactly("2: Durand, Léa/1, rue du Puits, Lyon", "3: Petit, Max/2, quai");
        }
    }

    @Test
    void utf8_is_read_with_and_without_a_byte_order_mark() throws IOException {
        try (TabularFile marked = open("\uFEFFNom\nHélène 🌱\n");
                TabularFile plain = open("Nom\nHélène 🌱\n")) {
            assertThat(marked.charset()).contains(StandardCharsets.UTF_8);
            assertThat(marked.header()).containsExactly("Nom");
            assertThat(outline(marked)).containsExactly("2: Hélène 🌱");
            assertThat(outline(plain)).containsExactly("2: Hélène 🌱");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16_is_read_by_its_byte_order_mark(String charset) throws IOException {
        try (TabularFile table = open("\uFEFFNom;Ville\nHélène;Nîmes\n".getBytes(Charset.forName(charset)))) {
            assertThat(table.charset()).contains(Charset.forName(charset));
            assertThat(table.header()).containsExactly("Nom", "Ville");
            assertThat(outline(table)).containsExactly("2: Hélène/Nîmes");
        }
    }

    @Test
    void what_is_not_utf8_is_windows_1252() throws IOException {
        try (TabularFile table = open("Nom;Solde\nHélène L’Œuf;12 €\n".getBytes(WINDOWS))) {
            assertThat(table.charset()).contains(WINDOWS);
            assertThat(outline(table)).containsExactly("2: Hélène L’Œuf/12 €");
        }
    }

    @Test
    void an_accent_far_into_the_file_still_decides_the_charset() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Nom\n".getBytes(WINDOWS));
        for (int i = 0; i < 50_000; i++) {
            bytes.write("Dupont\n".getBytes(WINDOWS));
        }
        bytes.write("Hélène\n".getBytes(WINDOWS));
        try (TabularFile table = open(bytes.toByteArray())) {
            List<TabularRow> rows = rows(table);
            assertThat(texts(rows.get(rows.size() - 1))).containsExactly("Hélène");
        }
    }

    @Test
    void a_character_cut_by_the_end_of_the_file_does_not_change_the_charset() throws IOException {
        byte[] whole = "Nom;Ville\nHélène;Nîmes\nZoé;Orléé".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        try (TabularFile table = open(cut)) {
            assertThat(table.charset()).contains(StandardCharsets.UTF_8);
            assertThat(texts(rows(table).get(0))).containsExactly("Hélène", "Nîmes");
        }
    }

    @Test
    void line_breaks_inside_quotes_stay_as_they_are() throws IOException {
        try (TabularFile table =
                open("Nom,Notes\r\n\"Léa\",\"un\r\ndeux\nTrois\"\r\n\"Max\",\"dit \"\"bonjour\"\"\"\r\n")) {
            List<TabularRow> rows = rows(table);
            assertThat(texts(rows.get(0))).containsExactly("Léa", "un\r\ndeux\nTrois");
            assertThat(texts(rows.get(1))).containsExactly("Max", "dit \"bonjour\"");
            assertThat(rows).extracting(TabularRow::line).containsExactly(2L, 5L);
        }
    }

    @Test
    void any_line_break_ends_a_line_and_counts_as_one() throws IOException {
        try (TabularFile table = open("Nom;Ville\rLéa;Lyon\r\nMax;Metz\nZoé;Caen")) {
            assertThat(outline(table)).containsExactly("2: Léa/Lyon", "3: Max/Metz", "4: Zoé/Caen");
        }
    }

    @Test
    void blank_lines_and_lines_of_empty_cells_are_passed_over() throws IOException {
        try (TabularFile table = open("\n\nNom;Ville\n\n   \n;\nLéa;Lyon\n\n")) {
            assertThat(table.headerLine()).isEqualTo(3);
            assertThat(outline(table)).containsExactly("7: Léa/Lyon");
        }
    }

    @Test
    void an_empty_cell_is_empty_and_everything_else_is_text() throws IOException {
        try (TabularFile table = open("A;B;C;D\n;\"\";007;=1+1\n")) {
            assertThat(rows(table).get(0).cells())
                    .containsExactly(Cell.EMPTY, Cell.EMPTY, new Cell.Text("007"), new Cell.Text("=1+1"));
        }
    }

    @Test
    void the_apostrophe_before_a_formula_sign_is_taken_away() throws IOException {
        try (TabularFile table = open("A,B,C,D\n'+33 6,'- Nom,'=x,'hui\n''=y,'@z,'\t,l'an\n")) {
            List<TabularRow> rows = rows(table);
            assertThat(texts(rows.get(0))).containsExactly("+33 6", "- Nom", "=x", "'hui");
            assertThat(texts(rows.get(1))).containsExactly("'=y", "@z", "\t", "l'an");
        }
    }

    @Test
    void a_quote_inside_an_unquoted_cell_is_a_character() throws IOException {
        try (TabularFile table = open("Nom;Taille\nÉcran;15\" large\n")) {
            assertThat(outline(table)).containsExactly("2: Écran/15\" large");
        }
    }

    @Test
    void a_last_line_cut_inside_quotes_is_a_fault_of_that_line() throws IOException {
        try (TabularFile table = open("Nom,Ville\n\"Léa\",\"Lyon\"\n\"Max\",\"Me")) {
            assertThat(outline(table)).containsExactly("2: Léa/Lyon", "3! open-quote[]");
            assertThat(texts(rows(table).get(1))).containsExactly("Max", "Me");
        }
    }

    @Test
    void a_last_line_cut_before_its_last_cells_is_a_fault_of_that_line() throws IOException {
        try (TabularFile table = open("Nom,Ville,Mail\nLéa,Lyon,lea@example.org\nMax,Me")) {
            assertThat(outline(table)).containsExactly("2: Léa/Lyon/lea@example.org", "3! too-few-cells[2, 3]");
        }
    }

    @Test
    void too_many_cells_are_a_fault_of_the_line_even_empty_ones() throws IOException {
        try (TabularFile table = open("Nom,Ville\nDurand,Léa,Lyon\nMax,Metz,\nZoé,Caen\n")) {
            assertThat(outline(table))
                    .containsExactly("2! too-many-cells[3, 2]", "3! too-many-cells[3, 2]", "4: Zoé/Caen");
            assertThat(texts(rows(table).get(0))).containsExactly("Durand", "Léa", "Lyon");
        }
    }

    @Test
    void text_after_a_closing_quote_is_a_fault_of_the_line() throws IOException {
        try (TabularFile table = open("Nom,Ville\n\"Léa\"x,Lyon\nMax,Metz\n")) {
            assertThat(outline(table)).containsExactly("2! stray-quote[1]", "3: Max/Metz");
        }
    }

    @Test
    void one_forgotten_quote_does_not_swallow_the_rest() throws IOException {
        try (TabularFile table = open("Nom,Ville\nLéa,\"Lyon\nMax,Metz\n\"Zoé\",\"Caen\"\nNoé,Nice\n")) {
            assertThat(outline(table)).containsExactly("2! open-quote[]", "3: Max/Metz", "4: Zoé/Caen", "5: Noé/Nice");
        }
    }

    @Test
    void the_rest_of_a_cell_that_was_cut_is_told_as_such() throws IOException {
        try (TabularFile table = open("Nom,Notes\nLéa,ok\nMax,\"un\ndeux\n\ntrois")) {
            assertThat(outline(table))
                    .containsExactly(
                            "2: Léa/ok", "3! open-quote[]", "4! after-open-quote[3]", "6! after-open-quote[3]");
        }
    }

    @Test
    void a_quote_open_for_thousands_of_lines_is_taken_as_forgotten() throws IOException {
        String lines = "Léa,Lyon\n".repeat(6000);
        try (TabularFile table = open("Nom,Ville\n\"Max,Metz\n" + lines + "\"Zoé\",Caen\n")) {
            List<String> outline = outline(table);
            assertThat(outline)
                    .hasSize(6002)
                    .startsWith("2! open-quote[]", "3: Léa/Lyon")
                    .endsWith("6003: Zoé/Caen");
        }
    }

    @Test
    void more_than_a_hundred_open_quotes_are_not_a_table() throws IOException {
        try (TabularFile table = open("A,B\n" + "x\",\"\n".repeat(300))) {
            assertThatThrownBy(() -> rows(table)).isInstanceOfSatisfying(UnreadableTableException.class, refused -> {
                assertThat(refused.title().key()).isEqualTo("core.tabular.too-many-open-quotes");
                assertThat(refused.line()).hasValue(102);
            });
        }
    }

    @Test
    void a_cell_longer_than_the_limit_is_a_fault_and_is_cut() throws IOException {
        Path file = folder.resolve("table");
        Files.writeString(file, "Nom,Notes\nLéa,123456\nMax,12345\n");
        TabularLimits limits = new TabularLimits(1000, 10, 10, 5, 1000);
        try (TabularFile table = TabularFile.open(file, "membres.csv", limits)) {
            assertThat(outline(table)).containsExactly("2! cell-too-long[2, 5]", "3: Max/12345");
        }
    }

    @Test
    void a_line_without_end_is_a_fault_and_the_next_is_read() throws IOException {
        try (TabularFile table = open("Nom;Ville\n" + "x".repeat(2 << 20) + "\nLéa;Lyon\n")) {
            assertThat(outline(table)).containsExactly("2! line-too-long[1048576]", "3: Léa/Lyon");
        }
    }

    @Test
    void a_nul_character_is_a_fault_of_its_line() throws IOException {
        String far = "Léa;Lyon\n".repeat(10_000);
        try (TabularFile table = open("Nom;Ville\n" + far + "M\0x;Metz\n")) {
            List<String> outline = outline(table);
            assertThat(outline).hasSize(10_001).last().isEqualTo("10002! nul-character[1]");
        }
    }

    @Test
    void a_header_that_cannot_be_read_refuses_the_file_and_tells_the_line() {
        assertThatThrownBy(() -> open("\nNom,\"Ville\nLéa,Lyon\n"))
                .isInstanceOfSatisfying(UnreadableTableException.class, refused -> {
                    assertThat(refused.title())
                            .isEqualTo(Text.of(
                                    "core.tabular.header", "membres.csv", 2L, Text.of("core.tabular.row.open-quote")));
                    assertThat(refused.line()).hasValue(2);
                });
    }

    @Test
    void the_table_is_read_as_often_as_asked() throws IOException {
        try (TabularFile table = open("Nom\nLéa\nMax\n")) {
            var half = table.iterator();
            assertThat(texts(half.next())).containsExactly("Léa");
            assertThat(outline(table)).containsExactly("2: Léa", "3: Max");
            assertThat(texts(half.next())).containsExactly("Max");
            assertThat(outline(table)).containsExactly("2: Léa", "3: Max");
        }
    }
}
