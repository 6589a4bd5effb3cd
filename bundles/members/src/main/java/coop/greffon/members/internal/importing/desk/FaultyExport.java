package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.message.Text;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.ExportSheet;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.core.tabular.TabularWriter;
import coop.greffon.members.internal.importing.model.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;

/** A file of the lines that were refused, to be corrected and sent again: as they were, with the reasons in two more columns. */
public final class FaultyExport {
    private final TabularOutput format;

    private FaultyExport(TabularOutput format) {
        this.format = format;
    }

    /**
     * A file of a format.
     *
     * @param format {@code csv}, {@code ods} or {@code xlsx}
     */
    public static FaultyExport of(String format) {
        return new FaultyExport(
                switch (format) {
                    case "xlsx" -> TabularOutput.XLSX;
                    case "ods" -> TabularOutput.ODS;
                    default -> TabularOutput.CSV_FRENCH;
                });
    }

    /**
     * The file as an answer.
     *
     * @param words puts sentences into the reader's language
     * @param lines reads the lines
     */
    public Response answer(
            LocalDate today, String name, Function<Text, String> words, Consumer<FaultyLines.Work> lines) {
        StreamingOutput body = out -> write(out, name, words, lines);
        return Response.ok(body, format.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"import-" + today + "." + format.extension() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private void write(OutputStream out, String name, Function<Text, String> words, Consumer<FaultyLines.Work> lines)
            throws IOException {
        try {
            lines.accept(faulty -> write(out, name, words, faulty));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void write(OutputStream out, String name, Function<Text, String> words, FaultyLines faulty) {
        var titles = new ArrayList<String>();
        faulty.header().forEach(title -> add(title, titles));
        add(words.apply(Text.of("members.import.faulty.why")), titles);
        add(words.apply(Text.of("members.import.faulty.advice")), titles);
        try (TabularWriter writer = TabularWriter.open(out, format, new ExportSheet(name, titles))) {
            faulty.each((row, line) -> write(writer, row, line, titles.size(), words));
            writer.finish();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A file that was sent may have a title twice, one that we write may not. */
    private static void add(String title, List<String> titles) {
        var unique = title;
        for (int time = 2; titles.contains(unique); time++) {
            unique = title + " (" + time + ")";
        }
        titles.add(unique);
    }

    private static void write(
            TabularWriter writer, TabularRow row, LineReport line, int width, Function<Text, String> words) {
        var cells = new ArrayList<>(row.cells().subList(0, Math.min(row.cells().size(), width - 2)));
        while (cells.size() < width - 2) {
            cells.add(Cell.EMPTY);
        }
        var refused = line.problems().stream()
                .filter(problem -> problem.severity() != Severity.WARNING)
                .toList();
        cells.add(Cell.of(joined(
                refused.stream().map(problem -> words.apply(problem.why())).toList())));
        cells.add(Cell.of(joined(
                refused.stream().map(problem -> words.apply(problem.advice())).toList())));
        try {
            writer.row(cells);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String joined(List<String> sentences) {
        return sentences.stream().distinct().collect(Collectors.joining(" "));
    }
}
