package coop.greffon.core.internal.identity;

import coop.greffon.core.internal.identity.Throttle.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Counts attempts to sign in three ways, so that a guesser gains nothing by changing where they come from or whom they try.
 *
 * <ul>
 *   <li>One login from one address: five failures are free.
 *   <li>One login from anywhere: twenty; whoever signs in clears both.
 *   <li>One address, whoever is tried: a hundred in an hour, since a whole hall of members may share one address. A success takes back
 *       only its own attempt: whoever has an account could otherwise go on guessing others.
 * </ul>
 */
final class SignInThrottle {
    private static final int FREE_FOR_LOGIN = 20;
    private static final int FREE_FOR_ADDRESS = 100;

    private final Throttle throttle;

    SignInThrottle(DataSource dataSource) {
        this.throttle = new Throttle(dataSource);
    }

    /** An attempt that was counted. */
    record Attempt(Subject both, Subject login, Subject address) {
        static Attempt of(String login, String address, Instant now) {
            return new Attempt(
                    Subject.of(login + ' ' + address),
                    new Subject("login: " + login, FREE_FOR_LOGIN),
                    // The hour belongs to the name: failures of a busy place do not add up over days.
                    new Subject("address: " + address + ' ' + now.truncatedTo(ChronoUnit.HOURS), FREE_FOR_ADDRESS));
        }

        private List<Subject> subjects() {
            return List.of(both, login, address);
        }
    }

    /** Counts an attempt and answers zero, or answers how long to wait, and counts nothing. */
    Duration attempt(Attempt attempt, Instant now) {
        List<Subject> counted = new ArrayList<>();
        for (Subject subject : attempt.subjects()) {
            Duration wait = throttle.attempt(subject, now);
            if (!wait.isZero()) {
                counted.forEach(throttle::takeBack);
                return wait;
            }
            counted.add(subject);
        }
        return Duration.ZERO;
    }

    void succeeded(Attempt attempt) {
        throttle.forget(attempt.both());
        throttle.forget(attempt.login());
        throttle.takeBack(attempt.address());
    }

    /** The password could not be looked at. */
    void takeBack(Attempt attempt) {
        attempt.subjects().forEach(throttle::takeBack);
    }
}
