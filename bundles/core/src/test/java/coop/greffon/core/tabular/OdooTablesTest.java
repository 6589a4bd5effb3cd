package coop.greffon.core.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that Odoo wrote are read cell by cell as their README and truth.json say. */
class OdooTablesTest {
    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "display_name",
            "ref",
            "barcode",
            "is_company",
            "parent_id",
            "type",
            "street",
            "street2",
            "zip",
            "city",
            "country_id",
            "email",
            "phone",
            "mobile",
            "lang",
            "vat",
            "category_id",
            "comment",
            "create_date",
            "active");

    @TempDir
    private static Path folder;

    private static Path file(String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            try (InputStream in = OdooTablesTest.class.getResourceAsStream("/odoo/" + name)) {
                Files.copy(in, file);
            }
        }
        return file;
    }

    private static JsonNode truth() throws IOException {
        return new ObjectMapper().readTree(file("truth.json").toFile());
    }

    private static List<TabularRow> rows(String name) throws IOException {
        List<TabularRow> rows = new ArrayList<>();
        try (TabularFile table = TabularFile.open(file(name), name, TabularLimits.standard())) {
            assertThat(table.header()).hasSameSizeAs(FIELDS);
            table.forEach(rows::add);
        }
        return rows;
    }

    private static Stream<Map.Entry<String, JsonNode>> files() throws IOException {
        return truth().get("files").properties().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_file_has_the_rows_that_were_exported(Map.Entry<String, JsonNode> file) throws IOException {
        List<TabularRow> rows = rows(file.getKey());
        assertThat(rows).hasSize(file.getValue().get("rows").asInt());
        assertThat(rows).allMatch(row -> row.problem().isEmpty() && row.cells().size() == FIELDS.size());
        assertThat(rows.stream().filter(row -> row.cells().get(0).equals(Cell.EMPTY)))
                .hasSize(file.getValue().get("continuation_rows").asInt());
    }

    @Test
    void the_csv_is_utf8_with_commas() throws IOException {
        String name = "partners.fr.labels.csv";
        try (TabularFile table = TabularFile.open(file(name), name, TabularLimits.standard())) {
            assertThat(table.format()).isEqualTo(TabularFormat.CSV);
            assertThat(table.charset()).contains(StandardCharsets.UTF_8);
            assertThat(table.separator()).contains(',');
            assertThat(table.header())
                    .startsWith("ID Externe", "Nom", "Nom affiché")
                    .endsWith("Créé le", "Actif");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partners.fr.labels",
                "partners.fr.import-compatible",
                "partners.en.labels",
                "partners.en.import-compatible"
            })
    void both_formats_hold_the_same_cells_but_for_those_that_odoo_changed(String name) throws IOException {
        List<TabularRow> csv = rows(name + ".csv");
        List<TabularRow> xlsx = rows(name + ".xlsx");
        assertThat(xlsx).hasSameSizeAs(csv);
        Set<String> different = new TreeSet<>();
        for (int row = 0; row < csv.size(); row++) {
            List<Cell> cells = csv.get(row).cells();
            for (int column = 0; column < FIELDS.size(); column++) {
                String written = cells.get(column).text().replace('\r', ' ');
                if (!written.equals(asInCsv(xlsx.get(row).cells().get(column)))) {
                    different.add(cells.get(0).text() + " " + FIELDS.get(column));
                }
            }
        }
        assertThat(different).isEqualTo(changedByOdoo());
    }

    /** What Odoo writes into CSV where it writes this into XLSX; a formula is a text of which Odoo lost the equals sign. */
    private static String asInCsv(Cell cell) {
        if (cell instanceof Cell.Bool flag) {
            return flag.value() ? "True" : "";
        } else if (cell instanceof Cell.Moment moment) {
            return moment.text().replace('T', ' ');
        } else if (cell instanceof Cell.Formula) {
            return "formula";
        }
        return cell.text();
    }

    private static Set<String> changedByOdoo() throws IOException {
        Set<String> changed = new TreeSet<>();
        for (JsonNode cell : truth().get("cells_changed_by_odoo_on_export").get("xlsx")) {
            changed.add(cell.get("id").asText() + " " + cell.get("field").asText());
        }
        return changed;
    }

    @Test
    void a_text_that_odoo_made_a_formula_is_given_as_a_formula() throws IOException {
        int compared = 0;
        List<TabularRow> rows = rows("partners.fr.labels.xlsx");
        for (JsonNode cell : truth().get("cells_changed_by_odoo_on_export").get("xlsx")) {
            if (cell.get("file").isArray()) {
                compared++;
                TabularRow row = rows.stream()
                        .filter(candidate -> candidate
                                .cells()
                                .get(0)
                                .text()
                                .equals(cell.get("id").asText()))
                        .findFirst()
                        .orElseThrow();
                assertThat(row.cells().get(FIELDS.indexOf(cell.get("field").asText())))
                        .isEqualTo(new Cell.Formula(
                                cell.get("file").get(1).asText(),
                                cell.get("file").get(2).asText()));
            }
        }
        assertThat(compared).isPositive();
    }
}
