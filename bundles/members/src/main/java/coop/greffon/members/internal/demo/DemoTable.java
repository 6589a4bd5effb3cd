package coop.greffon.members.internal.demo;

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

/** A table of the story, read from this bundle. */
final class DemoTable {
    private DemoTable() {}

    static List<DemoRow> read(String name) throws IOException {
        Path copy = Files.createTempFile("greffon-demo", ".csv");
        try (InputStream packed = open(name)) {
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

    static InputStream open(String name) throws IOException {
        InputStream packed = DemoTable.class.getResourceAsStream("/GREFFON-INF/demo/" + name);
        if (packed == null) {
            throw new IOException(name + " is not in the bundle");
        }
        return packed;
    }
}
