package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.internal.mail.MailTransport.LetterRefused;
import coop.greffon.core.internal.mail.MailTransport.ServerTrouble;
import coop.greffon.core.mail.Attachment;
import coop.greffon.core.mail.Dispatch;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mail.State;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailRunTest {
    private static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 1L, "Nadia");
    private static final MailServer SERVER = new MailServer(
            "mail.example.org",
            25,
            MailServer.Security.NONE,
            "",
            "",
            "coop@example.org",
            "",
            "https://coop.example.org");

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");
    private final ScriptedTransport server = new ScriptedTransport();
    private boolean demo;
    private TestStore store;
    private DatabaseOutbox outbox;
    private DatabaseMails mails;
    private MailRun run;

    private void on(TestDatabase database) {
        store = database.fresh();
        outbox = new DatabaseOutbox(
                store.jpa("core"),
                new KeyMessages(),
                new NamedCoop("Chez Léa & Co"),
                LettersOfATest.of(store, clock),
                clock);
        mails = new DatabaseMails(store.jpa("core"), new JpaAudit(store.jpa("core"), clock), new Fixed(), clock);
        run = run(server);
    }

    private MailRun run(MailTransport transport) {
        return new MailRun(new OutboxRows(store.jpa("core")), transport, clock);
    }

    private final class Fixed implements MailSettings {
        @Override
        public Optional<MailServer> server() {
            return Optional.of(SERVER);
        }

        @Override
        public boolean demo() {
            return demo;
        }
    }

    private Mail write(String cause) {
        outbox.send(
                Letter.to(new Recipient("member/128", "Inès", "ines@example.org", Locale.FRENCH), Text.of("t.title"))
                        .paragraph(Text.of("t.hello"))
                        .link(Text.of("t.open"), "/activate/abc"),
                cause);
        return mails.list(null, 0, 1).get(0);
    }

    private Mail now(Mail mail) {
        return mails.find(mail.id()).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aLetterLeavesOnce(TestDatabase database) {
        on(database);
        Mail mail = write("a");

        assertThat(run.send(SERVER)).isEqualTo(1);
        assertThat(run.send(SERVER)).isZero();

        assertThat(server.accepted()).containsExactly(mail.messageId());
        assertThat(now(mail).state()).isEqualTo(State.SENT);
        assertThat(now(mail).sentAt()).isEqualTo("2026-11-21T09:00:00Z");
        assertThat(mails.counts()).isEqualTo(Map.of(State.SENT, 1L));
    }

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
    void aCrashBetweenAcceptanceAndNoteSendsItAgainUnderTheSameMessageId(TestDatabase database) {
        on(database);
        Mail mail = write("a");
        server.next(letter -> {
            server.accepted().add(letter.messageId());
            throw new Crash();
        });
        assertThatThrownBy(() -> run.send(SERVER)).isInstanceOf(Crash.class);

        clock.advance(OutboxRows.LEASE.minusSeconds(1));
        assertThat(run.send(SERVER))
                .as("another node leaves it alone while the lease runs")
                .isZero();
        clock.advance(Duration.ofSeconds(1));
        assertThat(run.send(SERVER)).isEqualTo(1);

        assertThat(server.accepted()).containsExactly(mail.messageId(), mail.messageId());
        assertThat(now(mail).state()).isEqualTo(State.SENT);
    }

    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAcceptsAndThenHangsUpGetsTheSameMessageIdAgain(TestDatabase database) {
        on(database);
        Mail mail = write("a");
        server.next(letter -> {
            server.accepted().add(letter.messageId());
            throw new ServerTrouble("Connection reset", null);
        });

        assertThat(run.send(SERVER)).isZero();
        clock.advance(Duration.ofMinutes(1));
        assertThat(run.send(SERVER)).isEqualTo(1);

        assertThat(server.accepted()).containsExactly(mail.messageId(), mail.messageId());
    }

    @ParameterizedTest
    @EnumSource
    void lettersWaitLongerAndLongerForAServerThatIsAwayAndAreNeverGivenUp(TestDatabase database) {
        on(database);
        Mail first = write("a");
        Mail second = write("b");
        server.unreachable(true);
        List<Duration> waits = new ArrayList<>();

        for (int attempt = 1; attempt <= 5; attempt++) {
            run.send(SERVER);
            assertThat(now(second).nextAttemptAt()).isEqualTo(now(first).nextAttemptAt());
            Duration wait = Duration.between(clock.instant(), now(first).nextAttemptAt());
            waits.add(wait);
            clock.advance(wait);
        }

        assertThat(waits).extracting(Duration::toMinutes).containsExactly(1L, 5L, 15L, 60L, 60L);
        assertThat(now(second).failure()).isEqualTo(Text.of("core.mail.failure.server", "Connection refused"));
        clock.advance(Duration.ofDays(30));
        run.send(SERVER);
        assertThat(now(first).state()).isEqualTo(State.WAITING);
        server.unreachable(false);
        clock.advance(Duration.ofHours(1));
        assertThat(run.send(SERVER)).isEqualTo(2);
        assertThat(now(first).failure()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalForGoodFailsThatLetterAlone(TestDatabase database) {
        on(database);
        Mail unknown = write("a");
        clock.advance(Duration.ofSeconds(1));
        Mail good = write("b");
        server.next(letter -> {
            throw new LetterRefused("550 no such user", true, null);
        });

        assertThat(run.send(SERVER)).isEqualTo(1);

        assertThat(now(unknown).state()).isEqualTo(State.FAILED);
        assertThat(now(unknown).failure()).isEqualTo(Text.of("core.mail.failure.refused", "550 no such user"));
        assertThat(now(good).state()).isEqualTo(State.SENT);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalForNowIsTriedAgainForFiveDays(TestDatabase database) {
        on(database);
        Mail mail = write("a");
        for (int attempt = 0; attempt < 3; attempt++) {
            server.next(letter -> {
                throw new LetterRefused("452 mailbox full", false, null);
            });
        }

        run.send(SERVER);
        assertThat(now(mail).nextAttemptAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(5)));
        clock.advance(Duration.ofDays(5));
        run.send(SERVER);
        assertThat(now(mail).state()).isEqualTo(State.WAITING);
        clock.advance(Duration.ofHours(1));
        run.send(SERVER);
        assertThat(now(mail).state()).isEqualTo(State.FAILED);

        mails.retry(mail.id(), NADIA);
        assertThat(run.send(SERVER)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLetterThatIsGivenUpStaysHere(TestDatabase database) {
        on(database);
        demo = true;
        Mail mail = write("a");

        mails.cancel(mail.id(), NADIA);

        assertThat(run.send(SERVER)).isZero();
        assertThat(mails.body(mail.id())).isEmpty();
        assertThatThrownBy(() -> mails.retry(mail.id(), NADIA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> mails.cancel(987_654, NADIA)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeavingIsLeftAlone(TestDatabase database) {
        on(database);
        Mail mail = write("a");
        List<Throwable> refusals = new ArrayList<>();
        server.next(letter -> {
            refusals.add(catchThrowable(() -> mails.cancel(mail.id(), NADIA)));
            refusals.add(catchThrowable(() -> mails.retry(mail.id(), NADIA)));
            server.accepted().add(letter.messageId());
        });

        run.send(SERVER);

        assertThat(refusals).hasSize(2).allMatch(Refused.class::isInstance);
        assertThat(now(mail).state()).isEqualTo(State.SENT);
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

    @ParameterizedTest
    @EnumSource
    void fourNodesSendEachLetterOnce(TestDatabase database) throws Exception {
        on(database);
        int letters = 60;
        for (int i = 0; i < letters; i++) {
            write("cause" + i);
        }
        var start = new CountDownLatch(1);
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<Integer>> sent = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            sent.add(nodes.submit(() -> {
                start.await();
                return run(server).send(SERVER);
            }));
        }
        start.countDown();
        int total = 0;
        for (Future<Integer> node : sent) {
            total += node.get();
        }
        nodes.shutdown();

        assertThat(server.accepted()).hasSize(letters).doesNotHaveDuplicates();
        assertThat(total).isEqualTo(letters);
        assertThat(mails.counts()).isEqualTo(Map.of(State.SENT, (long) letters));
    }
}
