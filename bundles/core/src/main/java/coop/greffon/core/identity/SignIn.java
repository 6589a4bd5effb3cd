package coop.greffon.core.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Signing in and out. Tokens are 256 random bits; the database holds only their hashes. */
public interface SignIn {
    /** What came of an attempt. */
    sealed interface Outcome {
        /**
         * In.
         *
         * @param token the session's secret, for the cookie
         */
        record Welcome(String token, Account account) implements Outcome {}

        /** The login serves several accounts and the password fits more than one: the person chooses. */
        record Choose(List<Account> accounts) implements Outcome {}

        /** No such login, or a wrong password: which of the two is not said. */
        record Wrong() implements Outcome {}

        /**
         * Too many attempts.
         *
         * @param delay how long to wait before the next one
         */
        record Throttled(Duration delay) implements Outcome {}
    }

    /**
     * Tries to sign in.
     *
     * @param login a mail or a number, in any spelling
     * @param password the password
     * @param chosen the account chosen after {@link Outcome.Choose}, null at first
     * @param address where the attempt comes from, for throttling
     */
    Outcome attempt(String login, String password, Long chosen, String address);

    /** Opens a session without a password, after a one-time link was used. */
    Outcome.Welcome welcome(long accountId);

    /** Whose session a token is; empty where it expired or was ended. */
    Optional<Account> resume(String token);

    /** Ends one session. */
    void signOut(String token);

    /** Makes the account's sessions show at once what was changed about it. */
    void refresh(long accountId);

    /** Ends every session of an account. */
    void signOutEverywhere(long accountId);

    /**
     * Whether a password is an account's own, for what needs it typed once more.
     *
     * @throws coop.greffon.core.problem.TooSoon after too many wrong ones
     */
    boolean confirm(long accountId, String password);
}
