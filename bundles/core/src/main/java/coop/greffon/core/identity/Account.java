package coop.greffon.core.identity;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param id its id
 * @param subject what the account stands for, such as a person of members; null for an account of nobody in particular
 * @param name the name shown
 * @param language the language of its pages and mails
 * @param logins what may be typed to sign in: mails and a number, normalised; a mail may serve several accounts
 * @param roles its roles
 * @param state whether it may sign in
 */
public record Account(
        long id, String subject, String name, Locale language, Set<String> logins, Set<String> roles, State state) {
    /** The role that has every permission. */
    public static final String ADMIN = "admin";

    /** Whether an account may sign in. */
    public enum State {
        /** Known, no password yet. */
        INVITED,
        ACTIVE,
        CLOSED
    }

    public Account {
        logins = Set.copyOf(logins);
        roles = Set.copyOf(roles);
    }
}
