package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.message.Text;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseOutboxTest {
    private static final Letter LETTER = Letter.to(
                    new Recipient("member/128", "Inès Marchand", "ines@example.org", Locale.FRENCH),
                    Text.of("t.title", Letter.COOP))
            .paragraph(Text.of("t.hello", "<Inès>"))
            .link(Text.of("t.open"), "/activate/abc?a=1&b=2");

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private TestStore store;
    private DatabaseOutbox outbox;

    private void on(TestDatabase database) {
        store = database.fresh();
        outbox = new DatabaseOutbox(
                store.jpa("core"),
                new KeyMessages(),
                new NamedCoop("Chez Léa & Co"),
                LettersOfATest.of(store, clock),
                clock);
    }

    private List<String> column(String column) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = store.dataSource().getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + column + " from greffon_core_mail order by id")) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void oneCauseWritesOneLetter(TestDatabase database) throws SQLException {
        on(database);

        outbox.send(LETTER, "activation/128");
        outbox.send(LETTER, "activation/128");
        outbox.send(LETTER, "activation/129");

        assertThat(column("cause_key")).containsExactly("activation/128", "activation/129");
        assertThat(column("message_id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aLetterOfAFactThatIsUndoneIsNotWritten(TestDatabase database) throws SQLException {
        on(database);

        assertThatThrownBy(() -> store.jpa("core").tx(TransactionType.Required, em -> {
                    outbox.send(LETTER, "activation/128");
                    throw new IllegalStateException("the fact is undone");
                }))
                .hasMessage("the fact is undone");

        assertThat(column("cause_key")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLetterIsInItsRecipientsLanguageSignedByTheCoopAndNothingInItIsMarkup(TestDatabase database)
            throws SQLException {
        on(database);

        outbox.send(LETTER, "activation/128");

        assertThat(column("title")).containsExactly("fr:t.title Chez Léa & Co");
        assertThat(column("text_body")).containsExactly("""
                        fr:t.hello <Inès>

                        fr:t.open
                        {{instance}}/activate/abc?a=1&b=2

                        fr:core.letter.signature Chez Léa & Co
                        """);
        assertThat(column("html_body")).containsExactly("""
                        <p>fr:t.hello &lt;Inès&gt;</p>
                        <p><a href="{{instance}}/activate/abc?a=1&amp;b=2">fr:t.open</a></p>
                        <p>fr:core.letter.signature Chez Léa &amp; Co</p>
                        """);
    }
}
