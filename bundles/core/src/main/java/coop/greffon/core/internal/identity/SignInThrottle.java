package coop.greffon.core.internal.identity;

import coop.greffon.core.internal.identity.Throttle.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/**
 * Counts attempts to sign in three ways, so that a guesser gains nothing by changing where they come from or whom they try.
 *
 * <ul>
 *   <li>One login from one address: five failures are free.
 *   <li>One login from anywhere: twenty; whoever signs in clears both. An address that signed in to it within thirty days is not held to
 *       it: anybody could otherwise keep somebody out by failing in their name.
 *   <li>One address, whoever is tried: a hundred in an hour, since a whole hall of members may share one address. A success takes back
 *       only its own attempt: whoever has an account could otherwise go on guessing others.
 * </ul>
 */
final class SignInThrottle {
    private static final int FREE_FOR_LOGIN = 20;
    private static final int FREE_FOR_ADDRESS = 100;
    /** {@link coop.greffon.core.internal.job.SweepJob} keeps what is known for as long. */
    private static final Duration KNOWN = Duration.ofDays(30);

    private final Throttle throttle;

    SignInThrottle(DataSource dataSource) {
        this.throttle = new Throttle(dataSource);
    }

    /** An attempt, and whom it was counted for. */
    record Attempt(Subject both, Subject login, Subject address, Throttle.Attempt counted) {
        /** How long to wait; zero where the attempt may go on. */
        Duration delay() {
            return counted.delay();
        }
    }

    /** Counts an attempt, or answers how long to wait, and counts nothing. */
    Attempt attempt(String login, String address, Instant now) {
        var both = Subject.of(login + ' ' + address);
        var anywhere = new Subject("login: " + login, FREE_FOR_LOGIN);
        // The hour belongs to the name: failures of a busy place do not add up over days.
        var place = new Subject("address: " + address + ' ' + now.truncatedTo(ChronoUnit.HOURS), FREE_FOR_ADDRESS);
        Subject known = known(both);
        List<Subject> counted =
                throttle.isRemembered(known, now.minus(KNOWN)) ? List.of(both, place) : List.of(both, anywhere, place);
        return new Attempt(both, anywhere, place, throttle.attempt(counted, now));
    }

    private static Subject known(Subject both) {
        return Subject.of("known: " + both.name());
    }

    void succeeded(Attempt attempt) {
        throttle.forget(attempt.both());
        throttle.forget(attempt.login());
        throttle.takeBack(attempt.counted(), attempt.address());
        throttle.remember(known(attempt.both()), attempt.counted().at());
    }

    /** The password could not be looked at. */
    void takeBack(Attempt attempt) {
        throttle.takeBack(attempt.counted());
    }
}
