package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.audit.Change;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Letters.Preview;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.mail.Wording;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.ModuleInfo.LetterInfo;
import coop.greffon.core.module.ModuleInfo.LetterPart;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert that one can do without, and a notice that one cannot. */
class DatabaseLettersTest {
    private static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 1L, "Nadia");
    private static final String ALERT = "t.letter.alert";
    private static final LetterInfo OF_ALERT = new LetterInfo(
            ALERT,
            List.of("coop"),
            List.of(
                    new LetterPart("t.letter.hello", List.of("name"), null),
                    new LetterPart("t.letter.alert.text", List.of("since", "owed"), null),
                    new LetterPart(null, null, "t.letter.open")),
            true);
    private static final LetterInfo OF_NOTICE = new LetterInfo(
            "t.letter.notice", List.of(), List.of(new LetterPart("t.letter.notice.text", List.of(), null)), false);
    private static final Wording OWN = new Wording(
            "{coop}, depuis le {since}", "Bonjour {name},\r\n\r\nil manque {owed} :\nvenez.\n{link} À bientôt");

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private TestStore store;
    private DatabaseLetters letters;
    private DatabaseOutbox outbox;

    private void on(TestDatabase database) {
        store = database.fresh();
        letters = LettersOfATest.of(store, clock, OF_ALERT, OF_NOTICE);
        outbox = new DatabaseOutbox(
                store.jpa("core"), new KeyMessages(), new NamedCoop("Chez Léa & Co"), letters, clock);
    }

    private void write(String name, Locale language, String cause) {
        outbox.send(
                Letter.to(
                                new Recipient("member/128", name, "ines@example.org", language),
                                Text.of("t.letter.alert.title", Letter.COOP))
                        .paragraph(Text.of("t.letter.hello", name))
                        .paragraph(Text.of("t.letter.alert.text", LocalDate.parse("2027-02-01"), 1234))
                        .link(Text.of("t.letter.open"), "/mine"),
                cause);
    }

    private List<String> written() throws SQLException {
        List<String> written = new ArrayList<>();
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select title, text_body from greffon_core_mail order by id")) {
            while (row.next()) {
                written.add(row.getString(1) + "\n" + row.getString(2));
            }
        }
        return written;
    }

    @ParameterizedTest
    @EnumSource
    void aLetterIsToldWithItsPlaceholdersAndTheBundlesWords(TestDatabase database) {
        on(database);

        assertThat(letters.all())
                .containsExactly(
                        new LetterKind(
                                ALERT, "t", List.of("name", "coop", "since", "owed"), List.of("link"), true, false),
                        new LetterKind("t.letter.notice", "t", List.of("name", "coop"), List.of(), false, false));
        assertThat(letters.delivered(ALERT, Locale.FRENCH))
                .isEqualTo(new Wording(
                        "fr:t.letter.alert.title {coop}",
                        "fr:t.letter.hello {name}\n\nfr:t.letter.alert.text {since} {owed}\n\n{link}"));
        assertThat(letters.own(ALERT, Locale.FRENCH)).isEmpty();
        assertThatThrownBy(() -> letters.get("t.letter.other")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> letters.get("nothing")).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void theCoopsWordsAreSaidInTheirLanguageOnlyAndNothingOfAPersonIsAPlaceholder(TestDatabase database)
            throws SQLException {
        on(database);
        letters.change(ALERT, Locale.FRENCH, OWN, NADIA);

        write("{link} & Inès", Locale.FRENCH, "a");
        write("Ada", Locale.ENGLISH, "b");

        assertThat(written()).containsExactly("""
                        Chez Léa & Co, depuis le 01/02/2027
                        Bonjour {link} & Inès,

                        il manque 1\u202f234 :
                        venez.

                        fr:t.letter.open
                        {{instance}}/mine

                        À bientôt

                        fr:core.letter.signature Chez Léa & Co
                        """, """
                        en:t.letter.alert.title Chez Léa & Co
                        en:t.letter.hello Ada

                        en:t.letter.alert.text 2027-02-01 1234

                        en:t.letter.open
                        {{instance}}/mine

                        en:core.letter.signature Chez Léa & Co
                        """);
    }

    @ParameterizedTest
    @EnumSource
    void wordsThatCannotBeUsedAreRefusedAtTheirFieldAndChangeNothing(TestDatabase database) {
        on(database);

        assertThat(faults(new Wording("Alerte {jour}", "Sans lien, {nom}")))
                .containsExactly(
                        "title {jour} core.letter.placeholder-unknown",
                        "text {nom} core.letter.placeholder-unknown",
                        "text Sans lien, {nom} core.letter.link-missing");
        assertThat(faults(new Wording(" ", "x".repeat(4001) + "{link}")))
                .allMatch(fault -> fault.endsWith("core.letter.length"))
                .hasSize(2);
        assertThat(faults(new Wording("une\ndeux", "{link}"))).containsExactly("title une\ndeux core.letter.one-line");
        assertThat(faults(new Wording("Le lien : {link}", "{link}")))
                .containsExactly("title {link} core.letter.placeholder-unknown");
        assertThatThrownBy(() -> letters.change(ALERT, Locale.GERMAN, OWN, NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(letters.own(ALERT, Locale.FRENCH)).isEmpty();
    }

    /** A newer version of the bundle no longer tells what is owed. */
    @ParameterizedTest
    @EnumSource
    void wordsThatNoLongerFitTheirLetterAreKeptAndNotSaid(TestDatabase database) throws SQLException {
        on(database);
        letters.change(ALERT, Locale.FRENCH, OWN, NADIA);
        var newer = new LetterInfo(
                ALERT,
                List.of("coop"),
                List.of(
                        new LetterPart("t.letter.alert.text", List.of("since"), null),
                        new LetterPart(null, null, "t.letter.open")),
                true);
        letters = LettersOfATest.of(store, clock, newer);
        outbox = new DatabaseOutbox(
                store.jpa("core"), new KeyMessages(), new NamedCoop("Chez Léa & Co"), letters, clock);

        write("Inès", Locale.FRENCH, "a");

        assertThat(letters.own(ALERT, Locale.FRENCH)).contains(OWN);
        assertThat(written())
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .startsWith("fr:t.letter.alert.title Chez Léa & Co")
                        .doesNotContain("{owed}"));
    }

    @ParameterizedTest
    @EnumSource
    void aLanguageThatNobodySpeaksIsRefused(TestDatabase database) {
        on(database);

        for (ThrowingCallable deed : List.<ThrowingCallable>of(
                () -> letters.delivered(ALERT, Locale.GERMAN),
                () -> letters.own(ALERT, Locale.GERMAN),
                () -> letters.preview(ALERT, Locale.GERMAN, OWN),
                () -> letters.restore(ALERT, Locale.GERMAN, NADIA))) {
            assertThatThrownBy(deed)
                    .isInstanceOfSatisfying(
                            InvalidInput.class,
                            refused ->
                                    assertThat(refused.errors().get(0).field()).isEqualTo("language"));
        }
    }

    private List<String> faults(Wording wording) {
        InvalidInput refused =
                catchThrowableOfType(InvalidInput.class, () -> letters.change(ALERT, Locale.FRENCH, wording, NADIA));
        return refused.errors().stream().map(DatabaseLettersTest::told).toList();
    }

    private static String told(FieldError error) {
        return error.field() + " " + error.value() + " " + error.message().key();
    }

    @ParameterizedTest
    @EnumSource
    void aPreviewHasSamplesAndSavesNothing(TestDatabase database) {
        on(database);

        Preview preview = letters.preview(ALERT, Locale.FRENCH, OWN);

        assertThat(preview.title()).isEqualTo("Chez Léa & Co, depuis le fr:t.letter.sample.since");
        assertThat(preview.html())
                .contains("<p>Bonjour fr:t.letter.sample.name,</p>", "<a href=\"/\">fr:t.letter.open</a>");
        assertThat(letters.own(ALERT, Locale.FRENCH)).isEmpty();
        assertThatThrownBy(() -> letters.preview(ALERT, Locale.FRENCH, new Wording("a", "b")))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRestoredSaysTheBundlesWordsAgainAndEachChangeIsAudited(TestDatabase database) {
        on(database);

        letters.change(ALERT, Locale.FRENCH, OWN, NADIA);
        letters.change(ALERT, Locale.FRENCH, OWN, NADIA);
        var other = new Wording("Autre", "{link}");
        letters.change(ALERT, Locale.FRENCH, other, NADIA);
        assertThat(letters.own(ALERT, Locale.FRENCH)).contains(other);
        letters.restore(ALERT, Locale.FRENCH, NADIA);
        letters.restore(ALERT, Locale.FRENCH, NADIA);

        assertThat(letters.own(ALERT, Locale.FRENCH)).isEmpty();
        assertThat(new JpaAudit(store.jpa("core"), clock).history("core.letter", ALERT))
                .extracting(Change::action)
                .containsExactlyInAnyOrder(
                        "core.audit.letter-changed", "core.audit.letter-changed", "core.audit.letter-restored");
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatIsSwitchedOffIsNotWrittenUntilItIsOnAgain(TestDatabase database) throws SQLException {
        on(database);

        letters.send(ALERT, false, NADIA);
        letters.send(ALERT, false, NADIA);
        assertThat(letters.get(ALERT).isOff()).isTrue();
        write("Inès", Locale.FRENCH, "a");
        assertThat(written()).isEmpty();

        letters.send(ALERT, true, NADIA);
        letters.send(ALERT, true, NADIA);
        write("Inès", Locale.FRENCH, "a");
        assertThat(written()).hasSize(1);
        assertThat(new JpaAudit(store.jpa("core"), clock).history("core.letter", ALERT))
                .hasSize(2);
        assertThatThrownBy(() -> letters.send("t.letter.notice", false, NADIA)).isInstanceOf(Refused.class);
    }
}
