package coop.greffon.members.internal.importing.run;

import coop.greffon.core.message.Text;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.listing.MemberFile;
import coop.greffon.members.internal.listing.MemberRows;
import coop.greffon.members.internal.store.MembersFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The file that the export of a store gives.
 *
 * @param language {@code fr} or {@code en}
 */
record Export(byte[] content, TabularOutput format, String language) {
    static Export of(ImportFixture fixture, TabularOutput format, String language) {
        var messages = messages(language);
        Function<Text, String> words = text -> messages.getProperty(text.key());
        var content = new ByteArrayOutputStream();
        try {
            new MemberFile(new MemberRows(fixture.members.members), words).write(MemberFilter.ALL, format, content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Export(content.toByteArray(), format, language);
    }

    private static Properties messages(String language) {
        var messages = new Properties();
        var file = "/GREFFON-INF/i18n/messages_" + language + ".properties";
        try (var reader = new InputStreamReader(MemberFile.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return messages;
    }

    /** The same file of texts after somebody edited it. */
    Export edited(UnaryOperator<String> hand) {
        var text = hand.apply(new String(content, StandardCharsets.UTF_8));
        return new Export(text.getBytes(StandardCharsets.UTF_8), format, language);
    }

    /** What an import with the usual choices would do with it. */
    List<LinePlan> check(ImportFixture fixture) {
        var plans = new ArrayList<LinePlan>();
        with(file -> fixture.imports.check(file, plans::add, Progress.UNHEARD));
        return plans;
    }

    void apply(ImportFixture fixture) {
        with(file -> fixture.imports.apply(file, Mode.ALL, plan -> {}, Progress.UNHEARD, MembersFixture.NADIA));
    }

    private <T> T with(Function<ImportFile, T> work) {
        var name = "members." + format.extension();
        try {
            Path path = Files.createTempFile("export-", name);
            try {
                Files.write(path, content);
                return work.apply(new ImportFile(path, name, ColumnMapping.NONE, Options.USUAL));
            } finally {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String toString() {
        return format + " in " + language;
    }
}
