package coop.greffon.core.privacy;

import coop.greffon.core.message.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One table of what is held of a person, and the files that go with it.
 *
 * @param name its file name without ending: lower case letters, digits and hyphens
 * @param title its heading
 * @param columns its columns
 * @param rows its rows, each with as many values as there are columns: texts, numbers, days, instants, {@link Word}s or lists of these; a
 *     value may be null
 * @param files ids of files in {@link coop.greffon.core.file.FileStore}, such as a photo
 */
public record PersonalDocument(
        String name, Text title, List<Column> columns, List<List<Object>> rows, List<Long> files) {
    /**
     * A column.
     *
     * @param key its name in JSON
     * @param label its heading for people
     */
    public record Column(String key, Text label) {}

    /**
     * A code that people read as a word, such as a state or what was done.
     *
     * @param code how programs know it; people read it where no message has the word
     * @param text the word
     */
    public record Word(String code, Text text) {
        /** A code whose word is the message of that key followed by the code. */
        public static Word of(String prefix, Object code) {
            return code == null ? null : new Word(code.toString(), Text.of(prefix + code));
        }

        @Override
        public String toString() {
            return code;
        }
    }

    public PersonalDocument {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not a file name: " + name);
        }
        columns = List.copyOf(columns);
        files = List.copyOf(files);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        name + ": " + row.size() + " values in " + columns.size() + " columns");
            }
        }
    }

    /** A row, in which an empty text or list is nothing. */
    public static List<Object> row(Object... values) {
        List<Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value == null || value.equals("") || value.equals(List.of()) ? null : value);
        }
        return Collections.unmodifiableList(row);
    }
}
