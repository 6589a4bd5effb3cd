package coop.greffon.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import coop.greffon.core.internal.mail.MailTransport.LetterRefused;
import coop.greffon.core.internal.mail.MailTransport.ServerTrouble;
import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mail.State;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailRunTest extends MailsOfATest {
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
