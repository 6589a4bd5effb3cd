package coop.greffon.members.internal.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularLimits;
import coop.greffon.members.internal.importing.cells.KnownTags;
import coop.greffon.members.internal.importing.cells.TagTable;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.model.ImportChoices;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/** The files that Odoo wrote, and what its database held. */
public final class OdooFiles {
    public static final List<String> PARTNERS = List.of(
            "partners.fr.labels.csv",
            "partners.fr.labels.xlsx",
            "partners.fr.import-compatible.csv",
            "partners.fr.import-compatible.xlsx",
            "partners.en.labels.csv",
            "partners.en.labels.xlsx",
            "partners.en.import-compatible.csv",
            "partners.en.import-compatible.xlsx");

    private OdooFiles() {}

    private static InputStream open(String name) {
        return OdooFiles.class.getResourceAsStream("/odoo/" + name);
    }

    /** Opens a file for a while. */
    public static <T> T read(String name, Function<Table, T> reader) {
        return with(name, copy -> {
            try (var file = TabularFile.open(copy, name, TabularLimits.standard())) {
                return reader.apply(Table.of(file));
            }
        });
    }

    /** Puts a file somewhere for a while. */
    public static <T> T with(String name, Function<Path, T> work) {
        try {
            Path copy = Files.createTempFile("odoo-", name);
            try (var stream = open(name)) {
                Files.copy(stream, copy, StandardCopyOption.REPLACE_EXISTING);
                return work.apply(copy);
            } finally {
                Files.delete(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static KnownTags tags() {
        return new KnownTags(List.of(), read("tags.fr.import-compatible.csv", TagTable::read));
    }

    /** Whoever exported the English files lived in London, the others in Paris. */
    public static ImportChoices choices(String name) {
        var zone = name.contains(".en.") ? ZoneId.of("Europe/London") : Readings.PARIS;
        return new ImportChoices(Readings.TODAY, zone, Readings.PARIS, false, false, false);
    }

    public static JsonNode truth() {
        try (var stream = open("truth.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
