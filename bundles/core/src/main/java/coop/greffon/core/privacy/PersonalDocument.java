package coop.greffon.core.privacy;

import coop.greffon.core.message.Text;
import java.util.List;

/**
 * One table of what is held of a person, and the files that go with it.
 *
 * @param name its file name without ending: lower case letters, digits and hyphens
 * @param title its heading
 * @param columns its columns
 * @param rows its rows, each with as many values as there are columns; a value may be null
 * @param files ids of files in {@link coop.greffon.core.file.FileStore}, such as a photo
 */
public record PersonalDocument(
        String name, Text title, List<Column> columns, List<List<String>> rows, List<Long> files) {
    /**
     * A column.
     *
     * @param key its name in JSON
     * @param label its heading for people
     */
    public record Column(String key, Text label) {}

    public PersonalDocument {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not a file name: " + name);
        }
        columns = List.copyOf(columns);
        files = List.copyOf(files);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        name + ": " + row.size() + " values in " + columns.size() + " columns");
            }
        }
    }
}
