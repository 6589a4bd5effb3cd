package coop.greffon.core.internal.mail;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Letters;
import coop.greffon.core.mail.Wording;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Modules;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The co-op's words in core's tables: a row for each letter and language, and one for a letter that is not to be written. */
@Component(service = {Letters.class, DatabaseLetters.class})
public final class DatabaseLetters implements Letters {
    private static final String RECORD = "core.letter";
    private static final String TITLE = ".title";

    /** In the place of a language: the letter is not written, in none. */
    private static final String OFF = "*";

    private final Sql sql;
    private final Modules modules;
    private final Messages messages;
    private final Settings settings;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public DatabaseLetters(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Modules modules,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.modules = modules;
        this.messages = messages;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<LetterKind> all() {
        Set<String> off = off();
        return declared()
                .map(letter -> letter.kind(off.contains(letter.info().id())))
                .toList();
    }

    private Stream<DeclaredLetter> declared() {
        return modules.installed().stream()
                .filter(module -> module.info() != null)
                .flatMap(module ->
                        module.info().letters().stream().map(letter -> new DeclaredLetter(module.id(), letter)));
    }

    private Set<String> off() {
        return sql.required(connection -> {
            try (PreparedStatement select =
                            Sql.prepare(connection, "select letter from greffon_core_letter where language = ?", OFF);
                    ResultSet row = select.executeQuery()) {
                Set<String> off = new HashSet<>();
                while (row.next()) {
                    off.add(row.getString(1));
                }
                return off;
            }
        });
    }

    @Override
    public LetterKind get(String id) {
        return known(id).kind(isOff(id));
    }

    private DeclaredLetter known(String id) {
        return declared(id).orElseThrow(() -> new NotFound(Text.of("core.letter.unknown", id)));
    }

    private Optional<DeclaredLetter> declared(String id) {
        int dot = id.indexOf('.');
        return modules.find(id.substring(0, Math.max(0, dot)))
                .filter(module -> module.info() != null)
                .flatMap(module -> module.info().letters().stream()
                        .filter(letter -> letter.id().equals(id))
                        .findFirst()
                        .map(letter -> new DeclaredLetter(module.id(), letter)));
    }

    private boolean isOff(String id) {
        return sql.required(connection -> row(connection, id, OFF).isPresent());
    }

    @Override
    public Text meaning(String id, String field) {
        return known(id).meaning(field, messages);
    }

    @Override
    public Wording delivered(String id, Locale language) {
        requireSpoken(language);
        return known(id).delivered(language, messages);
    }

    @Override
    public Optional<Wording> own(String id, Locale language) {
        known(id);
        requireSpoken(language);
        return words(id, language);
    }

    private Optional<Wording> words(String id, Locale language) {
        return sql.required(connection -> row(connection, id, language.getLanguage()));
    }

    private static Optional<Wording> row(Connection connection, String id, String language) throws SQLException {
        try (PreparedStatement select = Sql.prepare(
                        connection,
                        "select title, body from greffon_core_letter where letter = ? and language = ?",
                        id,
                        language);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Wording(told(row.getString("title")), told(row.getString("body"))))
                    : Optional.empty();
        }
    }

    private static String told(String words) {
        return words == null ? "" : words;
    }

    @Override
    public Preview preview(String id, Locale language, Wording wording) {
        DeclaredLetter letter = known(id);
        requireSpoken(language);
        insist(letter, wording);
        String coop = settings.on(HostSettings.class, LocalDate.now(clock)).coopName();
        LetterText text = LetterText.of(letter.sample(wording, language, messages), language, messages, coop);
        return new Preview(text.title(), text.html().replace(LetterText.INSTANCE, ""));
    }

    private static void insist(DeclaredLetter letter, Wording wording) {
        List<FieldError> faults = Placeholders.faults(letter.kind(false), wording);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    @Override
    public void change(String id, Locale language, Wording wording, Actor by) {
        DeclaredLetter letter = known(id);
        requireSpoken(language);
        insist(letter, wording);
        sql.required(connection -> {
            Optional<Wording> before = row(connection, id, language.getLanguage());
            if (before.isPresent() && before.get().equals(wording)) {
                return 0;
            }
            put(connection, letter, language.getLanguage(), wording);
            record("core.audit.letter-changed", id, language, before.orElse(null), wording, by);
            return 1;
        });
    }

    private void requireSpoken(Locale language) {
        if (!messages.languages().contains(language)) {
            throw new InvalidInput(FieldError.of(
                    "language", language.toLanguageTag(), Text.of("core.letter.language", language.toLanguageTag())));
        }
    }

    private static void put(Connection connection, DeclaredLetter letter, String language, Wording wording)
            throws SQLException {
        Sql.update(
                connection,
                "insert into greffon_core_letter (letter, language, module, title, body) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                letter.info().id(),
                language,
                letter.module(),
                wording.title(),
                wording.text());
        Sql.update(
                connection,
                "update greffon_core_letter set title = ?, body = ? where letter = ? and language = ?",
                wording.title(),
                wording.text(),
                letter.info().id(),
                language);
    }

    private void record(String action, String id, Locale language, Wording before, Wording after, Actor by) {
        List<FieldChange> changes = new ArrayList<>();
        changes.add(new FieldChange("language", null, language.getLanguage()));
        changes.add(
                new FieldChange("title", before == null ? null : before.title(), after == null ? null : after.title()));
        changes.add(
                new FieldChange("text", before == null ? null : before.text(), after == null ? null : after.text()));
        audit.record(by, action, RECORD, id, changes);
    }

    @Override
    public void restore(String id, Locale language, Actor by) {
        known(id);
        requireSpoken(language);
        sql.required(connection -> {
            Optional<Wording> before = row(connection, id, language.getLanguage());
            if (before.isPresent()) {
                delete(connection, id, language.getLanguage());
                record("core.audit.letter-restored", id, language, before.get(), null, by);
            }
            return before;
        });
    }

    private static void delete(Connection connection, String id, String language) throws SQLException {
        Sql.update(connection, "delete from greffon_core_letter where letter = ? and language = ?", id, language);
    }

    @Override
    public void send(String id, boolean isSent, Actor by) {
        DeclaredLetter letter = known(id);
        if (!isSent && !letter.info().optional()) {
            throw new Refused(Text.of("core.letter.needed"));
        }
        sql.required(connection -> {
            boolean isChanged = isOff(id) == isSent;
            if (isChanged && isSent) {
                delete(connection, id, OFF);
            } else if (isChanged) {
                put(connection, letter, OFF, new Wording("", ""));
            }
            if (isChanged) {
                String action = isSent ? "core.audit.letter-on" : "core.audit.letter-off";
                audit.record(by, action, RECORD, id, List.of());
            }
            return isChanged;
        });
    }

    /** What a letter says: in the co-op's words where it has some that still fit; empty where the co-op does without it. */
    Optional<Said> said(Letter letter) {
        String key = letter.title().key();
        Optional<DeclaredLetter> declared =
                key.endsWith(TITLE) ? declared(key.substring(0, key.length() - TITLE.length())) : Optional.empty();
        if (declared.isEmpty()) {
            return Optional.of(Said.of(letter, messages));
        }
        String id = declared.get().info().id();
        if (declared.get().info().optional() && isOff(id)) {
            return Optional.empty();
        }
        LetterKind kind = declared.get().kind(false);
        return words(id, letter.to().language())
                .filter(words -> Placeholders.faults(kind, words).isEmpty())
                .map(words -> declared.get().said(words, letter, messages))
                .or(() -> Optional.of(Said.of(letter, messages)));
    }
}
