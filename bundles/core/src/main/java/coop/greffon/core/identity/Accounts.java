package coop.greffon.core.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The accounts of this instance. Each change is audited and joins the caller's transaction. */
public interface Accounts {
    /**
     * Makes an account, without a password.
     *
     * @throws coop.greffon.core.problem.InvalidInput where the subject has an account already
     */
    Account create(AccountDraft draft, Actor by);

    /**
     * Makes an account that can sign in at once; none where the password is refused.
     *
     * @param password at least 10 characters, and not among those that are tried first
     * @throws coop.greffon.core.problem.InvalidInput where the subject has an account already, or the password is refused
     */
    Account create(AccountDraft draft, String password, Actor by);

    /** The account of an id. */
    Optional<Account> find(long id);

    /** The account that stands for a subject. */
    Optional<Account> ofSubject(String subject);

    /** Which of these subjects have an account, whatever its state: for lists of people, a few queries for thousands. */
    Set<String> subjectsWithAccount(Collection<String> subjects);

    /** The accounts that sign in with exactly this, however it is capitalised; at most 20, in the order of their ids. */
    List<Account> withLogin(String login);

    /**
     * Accounts somebody looks for.
     *
     * @param skip how many to leave out
     * @param most how many at most
     */
    List<AccountOverview> find(AccountQuery query, int skip, int most);

    /** How many accounts a query finds. */
    long count(AccountQuery query);

    /** Whether somebody has a role. */
    boolean anyWithRole(String role);

    /**
     * Sets a password and makes the account active.
     *
     * @param password at least 10 characters, and not among those that are tried first
     * @throws coop.greffon.core.problem.InvalidInput where it is too short or too common
     */
    void setPassword(long id, String password, Actor by);

    /** Replaces what may be typed to sign in, and the name shown. Where a login goes, links sent earlier and not used open nothing. */
    void rename(long id, String name, Set<String> logins, Actor by);

    /** Sets the language of its pages and mails. */
    void setLanguage(long id, Locale language, Actor by);

    /**
     * Makes it stand for another subject, such as when two records of one person become one.
     *
     * @throws coop.greffon.core.problem.InvalidInput where that subject has an account already
     */
    void standFor(long id, String subject, Actor by);

    /**
     * Replaces its roles.
     *
     * @throws coop.greffon.core.problem.Refused where nobody could administer any more
     */
    void setRoles(long id, Set<String> roles, Actor by);

    /**
     * Replaces its roles where they are still the ones that were seen.
     *
     * @param revision {@link Account#rolesRevision()} of the account as it was seen
     * @throws coop.greffon.core.problem.StaleEdit where somebody else set others meanwhile: an error per role that was given or taken, its
     *     value whether the account has it now
     * @throws coop.greffon.core.problem.Refused where nobody could administer any more
     */
    void setRoles(long id, long revision, Set<String> roles, Actor by);

    /**
     * Closes it for good: it can no longer sign in, and is signed out everywhere.
     *
     * @throws coop.greffon.core.problem.Refused where nobody could administer any more
     */
    void close(long id, Actor by);
}
