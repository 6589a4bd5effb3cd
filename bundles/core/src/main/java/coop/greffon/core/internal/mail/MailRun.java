package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.mail.MailTransport.LetterRefused;
import coop.greffon.core.internal.mail.MailTransport.ServerTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, letter by letter, over one connection. */
final class MailRun {
    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final List<Duration> AFTER_TROUBLE =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final List<Duration> AFTER_REFUSAL = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));
    private static final Duration GIVE_UP_AFTER = Duration.ofDays(5);

    private final OutboxRows rows;
    private final MailTransport transport;
    private final Clock clock;

    MailRun(OutboxRows rows, MailTransport transport, Clock clock) {
        this.rows = rows;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * Sends what is due.
     *
     * @return how many letters the server accepted
     */
    int send(MailServer server) {
        Optional<ClaimedLetter> next = rows.claim(clock.instant());
        if (next.isEmpty()) {
            return 0;
        }
        try (MailTransport.Connection connection = transport.open(server)) {
            int sent = 0;
            while (next.isPresent()) {
                sent += deliver(connection, next.get()) ? 1 : 0;
                next = rows.claim(clock.instant());
            }
            return sent;
        } catch (ServerTrouble trouble) {
            LOG.warn("Letters wait, the mail server is in trouble: {}", trouble.getMessage());
            rows.troubled(next.get(), trouble.getMessage(), clock.instant(), later(AFTER_TROUBLE, next.get()));
            return 0;
        }
    }

    private boolean deliver(MailTransport.Connection connection, ClaimedLetter letter) throws ServerTrouble {
        try {
            connection.deliver(letter);
        } catch (LetterRefused refused) {
            refuse(letter, refused);
            return false;
        }
        if (!rows.sent(letter, clock.instant())) {
            LOG.warn("Letter {} was accepted after its lease had ended; it may leave twice", letter.messageId());
        }
        return true;
    }

    private void refuse(ClaimedLetter letter, LetterRefused refused) {
        Instant now = clock.instant();
        Instant first = rows.firstRefusal(letter);
        boolean tooLong = first != null && now.isAfter(first.plus(GIVE_UP_AFTER));
        Instant next = refused.forGood() || tooLong ? null : later(AFTER_REFUSAL, letter);
        rows.refused(letter, refused.getMessage(), now, next);
    }

    private Instant later(List<Duration> delays, ClaimedLetter letter) {
        return clock.instant().plus(delays.get(Math.min(letter.attempts(), delays.size() - 1)));
    }
}
