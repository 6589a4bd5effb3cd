package coop.greffon.members.internal.listing;

import coop.greffon.core.message.Text;
import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.ExportSheet;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.core.tabular.TabularWriter;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.web.table.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes members into a file, whole records, as the export of the page does. */
public final class MemberFile {
    private final MemberRows rows;
    private final Function<Text, String> words;

    /**
     * Files in one language.
     *
     * @param words puts titles and kinds into it
     */
    public MemberFile(MemberRows rows, Function<Text, String> words) {
        this.rows = rows;
        this.words = words;
    }

    /** Writes those who fit, by name; answers how many they are. */
    public int write(MemberFilter filter, TabularOutput format, OutputStream out) throws IOException {
        var written = new AtomicInteger();
        List<Column<ListedMember>> columns = MemberColumns.all();
        var sheet = new ExportSheet(
                words.apply(Text.of("members.list.title")),
                columns.stream()
                        .map(column ->
                                format == TabularOutput.JSON ? column.key() : words.apply(Text.of(column.label())))
                        .toList());
        try (TabularWriter writer = TabularWriter.open(out, format, sheet)) {
            rows.each(filter, MemberOrder.NAME, member -> {
                row(writer, columns, member);
                written.incrementAndGet();
            });
            writer.finish();
            return written.get();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void row(TabularWriter writer, List<Column<ListedMember>> columns, ListedMember member) {
        try {
            writer.row(columns.stream()
                    .map(column -> cell(column.value().apply(member)))
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Cell cell(Object value) {
        if (value == null) {
            return Cell.EMPTY;
        } else if (value instanceof LocalDate day) {
            return Cell.of(day);
        } else if (value instanceof Number number) {
            return Cell.of(number.longValue());
        } else if (value instanceof Text text) {
            return Cell.of(words.apply(text));
        } else if (value instanceof Collection<?> several) {
            return Cell.of(several.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return Cell.of(value.toString());
    }
}
