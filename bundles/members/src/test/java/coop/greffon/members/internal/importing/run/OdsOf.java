package coop.greffon.members.internal.importing.run;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.ExportSheet;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.core.tabular.TabularWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Workbooks of lines written in a test. */
final class OdsOf {
    private OdsOf() {}

    /** Lends a workbook whose first line is the header; no cell holds a comma. */
    static <T> T lines(Function<Path, T> work, String... lines) {
        try {
            Path path = Files.createTempFile("members-", ".ods");
            try {
                write(
                        path,
                        Arrays.stream(lines)
                                .map(line -> List.of(line.split(",", -1)))
                                .toList());
                return work.apply(path);
            } finally {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(Path path, List<List<String>> rows) throws IOException {
        var sheet = new ExportSheet("Membres", rows.get(0), "Critères", List.of());
        try (var out = Files.newOutputStream(path);
                var writer = TabularWriter.open(out, TabularOutput.ODS, sheet)) {
            for (List<String> row : rows.subList(1, rows.size())) {
                writer.row(row.stream().map(OdsOf::cell).toList());
            }
            writer.finish();
        }
    }

    private static Cell cell(String text) {
        return new Cell.Text(text);
    }
}
