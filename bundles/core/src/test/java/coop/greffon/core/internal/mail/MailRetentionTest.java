package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.mail.Attachment;
import coop.greffon.core.mail.Dispatch;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mail.State;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.message.Text;
import coop.greffon.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long it is kept what a letter says and to whom it went, and who reads it meanwhile. */
class MailRetentionTest extends MailsOfATest {
    @ParameterizedTest
    @EnumSource
    void whatALetterSaidIsForgottenOnceItLeft(TestDatabase database) {
        on(database);
        demo = true;
        Mail mail = write("a");
        assertThat(mails.body(mail.id()).orElseThrow()).contains("<a href=\"/activate/abc\">");

        run.send(SERVER);

        assertThat(mails.body(mail.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFileWaitsWithItsLetterAndIsForgottenWithIt(TestDatabase database) throws SQLException {
        on(database);
        Mail sent = writeWithFile("a");
        writeWithFile("a");
        assertThat(files()).as("a second letter of the same cause brings none").isEqualTo(1);
        List<String> left = new ArrayList<>();
        server.next(letter -> letter.attachments()
                .forEach(file -> left.add(file.name() + " " + new String(file.content(), StandardCharsets.UTF_8))));

        run.send(SERVER);
        assertThat(left).containsExactly("shift.ics Créneau");
        assertThat(now(sent).state()).isEqualTo(State.SENT);
        assertThat(files()).isZero();

        mails.cancel(writeWithFile("b").id(), NADIA);
        assertThat(files()).isZero();
        clock.advance(Duration.ofSeconds(1));
        writeWithFile("c");
        new MailData(store.jpa("core")).erase("member/128", false, NADIA);
        assertThat(files()).isZero();
        clock.advance(Duration.ofSeconds(1));
        state(writeWithFile("d"), State.FAILED);
        clock.advance(Duration.ofDays(91));
        new ForgetMailsJob(store.jpa("core"), clock).run(null);
        assertThat(files()).isZero();
    }

    private Mail writeWithFile(String cause) {
        outbox.send(
                Letter.to(new Recipient("member/128", "Inès", "ines@example.org", Locale.FRENCH), Text.of("t.title"))
                        .paragraph(Text.of("t.hello"))
                        .attach(new Attachment(
                                "shift.ics", "text/calendar", "Créneau".getBytes(StandardCharsets.UTF_8))),
                cause);
        return mails.list(null, 0, 1).get(0);
    }

    private long files() throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from greffon_core_mail_attachment")) {
            row.next();
            return row.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsWhatALetterSaysButOnADemo(TestDatabase database) {
        on(database);
        Mail mail = write("a");

        assertThat(mails.body(mail.id())).isEmpty();
        assertThat(mails.dispatch()).isEqualTo(Dispatch.OPEN);
        demo = true;
        assertThat(mails.body(mail.id())).isPresent();
        assertThat(mails.dispatch()).isEqualTo(Dispatch.DEMO);
    }

    @ParameterizedTest
    @EnumSource
    void toWhomALetterWentIsForgottenAfterNinetyDaysAndItsCauseIsNot(TestDatabase database) {
        on(database);
        Mail sent = write("a");
        run.send(SERVER);
        server.unreachable(true);
        clock.advance(Duration.ofDays(90));
        Mail waiting = write("b");
        var job = new ForgetMailsJob(store.jpa("core"), clock);
        assertThat(job.run(null)).isNull();
        clock.advance(Duration.ofSeconds(1));

        assertThat(job.run(null)).isEqualTo(Text.of("core.job.forget-mails.done", 1));

        assertThat(now(sent).address()).isEmpty();
        assertThat(now(waiting).address()).isEqualTo("ines@example.org");
        write("a");
        assertThat(mails.counts()).isEqualTo(Map.of(State.SENT, 1L, State.WAITING, 1L));
    }

    @ParameterizedTest
    @EnumSource
    void whatNeverLeftIsForgottenAfterNinetyDaysToo(TestDatabase database) throws SQLException {
        on(database);
        demo = true;
        Mail failed = write("a");
        clock.advance(Duration.ofSeconds(1));
        Mail held = write("b");
        state(failed, State.FAILED);
        state(held, State.HELD);
        var job = new ForgetMailsJob(store.jpa("core"), clock);
        clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(job.run(null)).isNull();
        assertThat(mails.body(held.id())).isPresent();
        clock.advance(Duration.ofSeconds(2));

        assertThat(job.run(null)).isEqualTo(Text.of("core.job.forget-mails.done", 2));

        for (Mail mail : List.of(failed, held)) {
            assertThat(mails.body(mail.id())).isEmpty();
            assertThat(now(mail).address()).isEmpty();
            assertThat(now(mail).state()).isEqualTo(State.CANCELLED);
        }
        assertThat(job.run(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whatARestoreHeldWaitsForADecisionHoweverOldItIs(TestDatabase database) throws SQLException {
        on(database);
        demo = true;
        Mail held = write("a");
        state(held, State.HELD);
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update greffon_core_mail set failure = 'core.mail.failure.restored'");
        }
        clock.advance(Duration.ofDays(400));

        assertThat(new ForgetMailsJob(store.jpa("core"), clock).run(null)).isNull();

        assertThat(now(held).state()).isEqualTo(State.HELD);
        assertThat(mails.body(held.id())).isPresent();
    }

    private void state(Mail mail, State state) throws SQLException {
        try (Connection connection = store.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update greffon_core_mail set state = '" + state + "' where id = " + mail.id());
        }
    }
}
