package coop.greffon.core.identity;

import java.util.Optional;

/** Links with which people choose a password, by mail or handed over by whoever administers. */
public interface AccountLinks {
    /**
     * Makes an account and sends it a link with which it chooses its password. The same account, made again within a minute by the same
     * person, is the one made then, and no second mail leaves: whoever clicks twice means it once.
     *
     * @throws coop.greffon.core.problem.InvalidInput where the subject has an account already
     * @throws coop.greffon.core.problem.Refused where it has no mail; then there is no account either
     */
    Account invite(AccountDraft draft, Actor by);

    /**
     * Sends a link with which an account chooses its first password, or another one where it has one. Asked again within a minute by the
     * same person it sends no second one, which would void the first.
     *
     * @return whether a mail was written; {@link coop.greffon.core.mail.Mails#dispatch} says whether it leaves
     * @throws coop.greffon.core.problem.NotFound where there is no such account
     * @throws coop.greffon.core.problem.Refused where it is closed or has no mail
     */
    boolean invite(long accountId, Actor by);

    /**
     * Sends such a link to one of the mails an account signs in with.
     *
     * @param mail the mail, in any spelling
     * @throws coop.greffon.core.problem.NotFound where there is no such account
     * @throws coop.greffon.core.problem.Refused where it is closed or does not sign in with that mail
     */
    void invite(long accountId, String mail, Actor by);

    /**
     * Makes such a link to be handed over, and voids earlier ones.
     *
     * @return the path of the page it opens, beginning with a slash
     * @throws coop.greffon.core.problem.NotFound where there is no such account
     * @throws coop.greffon.core.problem.Refused where it is closed
     */
    String link(long accountId, Actor by);

    /**
     * Sends, in the background, a link to each account of a mail. Nothing, not even the delay of the answer, tells whether there is one, and whoever asks again and again is no longer heard.
     *
     * @param mail what somebody typed
     */
    void remind(String mail);

    /**
     * Makes the first account, for whoever holds the link of the first set-up, and uses the link up. Of two at once, one makes it.
     *
     * @param draft who it is
     * @param password at least 10 characters, and not among those that are tried first
     * @throws coop.greffon.core.problem.NotFound where the link is unknown, used, too old or for something else
     * @throws coop.greffon.core.problem.InvalidInput where the password is refused; the link stays
     */
    Account setUp(String secret, AccountDraft draft, String password);

    /** Whose password a link chooses; empty where it is unknown, used or too old. */
    Optional<Account> look(String secret);

    /**
     * Chooses a password, uses the link up and ends the sessions of the account.
     *
     * @param password at least 10 characters, and not among those that are tried first
     * @throws coop.greffon.core.problem.NotFound where the link is unknown, used or too old
     * @throws coop.greffon.core.problem.InvalidInput where the password is refused; the link stays
     */
    Account choose(String secret, String password);
}
