package coop.greffon.core.demo;

import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularLimits;
import coop.greffon.core.tabular.TabularRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of the story, which a bundle keeps in {@code GREFFON-INF/demo}. */
public final class DemoTable {
    private static final String FOLDER = "/GREFFON-INF/demo/";

    private DemoTable() {}

    /**
     * The rows of a table after its header.
     *
     * @param owner a class of the bundle that has it
     * @param name its name, such as {@code members.csv}
     * @throws IOException where the bundle has none of that name
     */
    public static List<DemoRow> read(Class<?> owner, String name) throws IOException {
        Path copy = Files.createTempFile("greffon-demo", ".csv");
        try (InputStream packed = owner.getResourceAsStream(FOLDER + name)) {
            if (packed == null) {
                throw new IOException(name + " is not among the demo's files of " + owner.getName());
            }
            Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
            try (TabularFile file = TabularFile.open(copy, name, TabularLimits.standard())) {
                List<DemoRow> rows = new ArrayList<>();
                for (TabularRow row : file) {
                    rows.add(DemoRow.of(file.header(), row));
                }
                return rows;
            }
        } finally {
            Files.delete(copy);
        }
    }
}
