package coop.greffon.members.internal.importing.run;

import coop.greffon.core.message.Messages;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.members.Resignation;
import coop.greffon.members.internal.importing.OdooFiles;
import coop.greffon.members.internal.importing.cells.TagTable;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.plan.Summary;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.store.TagMemory;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** An import on a database of its own. */
public final class ImportFixture {
    public final MembersFixture members;
    public final MemberImport imports;

    public ImportFixture(TestDatabase database, Resignation... resignations) {
        this(database, Set.of(), resignations);
    }

    /** The same, where some modules say that they answer for departures. */
    ImportFixture(TestDatabase database, Set<String> declared, Resignation... resignations) {
        members = new MembersFixture(database, declared, resignations);
        imports = new MemberImport(
                members.store.jpa("members"),
                members.members,
                members.audit,
                members.validation,
                new KeysAsMessages(),
                new FrenchCoop(),
                members.logins,
                members.clock);
    }

    /** Remembers the tags that the files of Odoo name by their identifiers. */
    ImportFixture withTags() {
        new TagMemory(members.store.jpa("members"))
                .remember(OdooFiles.read("tags.fr.import-compatible.csv", TagTable::read));
        return this;
    }

    Summary apply(String odooFile) {
        return odoo(
                odooFile,
                file -> imports.apply(file, Mode.GOOD_LINES, plan -> {}, Progress.UNHEARD, MembersFixture.NADIA));
    }

    List<LinePlan> check(String odooFile) {
        var plans = new ArrayList<LinePlan>();
        odoo(odooFile, file -> imports.check(file, plans::add, Progress.UNHEARD));
        return plans;
    }

    private static <T> T odoo(String name, Function<ImportFile, T> work) {
        // Whoever exported the English files lived in London.
        var zone = ZoneId.of(name.contains(".en.") ? "Europe/London" : "Europe/Paris");
        return OdooFiles.with(
                name,
                path -> work.apply(
                        new ImportFile(path, name, ColumnMapping.NONE, new Options(false, false, false, zone))));
    }

    /** Imports lines written in a test. */
    Summary apply(Mode mode, String... lines) {
        return csv(file -> imports.apply(file, mode, plan -> {}, Progress.UNHEARD, MembersFixture.NADIA), lines);
    }

    /** Imports the same lines from a workbook that our own exports would write. */
    Summary applyOds(Mode mode, String... lines) {
        return OdsOf.lines(
                path -> imports.apply(
                        new ImportFile(path, "members.ods", ColumnMapping.NONE, Options.USUAL),
                        mode,
                        plan -> {},
                        Progress.UNHEARD,
                        MembersFixture.NADIA),
                lines);
    }

    /** The same, but after some lines something breaks. */
    Summary failingAfter(int most, Mode mode, String... lines) {
        Progress failing = (done, all) -> {
            if (done >= most) {
                throw new IllegalStateException("broken");
            }
        };
        return csv(file -> imports.apply(file, mode, plan -> {}, failing, MembersFixture.NADIA), lines);
    }

    /** The same, while something else happens as soon as some lines were planned. */
    Summary applyWhile(Runnable meanwhile, Mode mode, String... lines) {
        return csv(
                file -> imports.apply(
                        file, mode, plan -> {}, (done, all) -> onceBegun(done, meanwhile), MembersFixture.NADIA),
                lines);
    }

    private static void onceBegun(int done, Runnable work) {
        if (done > 0) {
            work.run();
        }
    }

    List<LinePlan> check(String... lines) {
        var plans = new ArrayList<LinePlan>();
        csv(file -> imports.check(file, plans::add, Progress.UNHEARD), lines);
        return plans;
    }

    private static <T> T csv(Function<ImportFile, T> work, String... lines) {
        try {
            Path path = Files.createTempFile("members-", ".csv");
            try {
                Files.writeString(path, String.join("\r\n", lines) + "\r\n");
                return work.apply(new ImportFile(path, "members.csv", ColumnMapping.NONE, Options.USUAL));
            } finally {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class KeysAsMessages implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key + Arrays.asList(arguments);
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }

    private static final class FrenchCoop implements Settings {
        @Override
        public List<LocalDate> changes(Class<?> declaration) {
            return List.of();
        }

        @Override
        public Settings asKnown(Instant until) {
            return this;
        }

        @Override
        public <T> T on(Class<T> declaration, LocalDate day) {
            return declaration.cast(Proxy.newProxyInstance(
                    HostSettings.class.getClassLoader(),
                    new Class<?>[] {declaration},
                    (proxy, method, arguments) -> Locale.FRENCH));
        }
    }
}
