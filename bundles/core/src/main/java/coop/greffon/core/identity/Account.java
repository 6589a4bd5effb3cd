package coop.greffon.core.identity;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

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

    /** What tells its roles from others, never negative: whoever sets roles names the ones they saw. */
    public long rolesRevision() {
        return rolesRevision(roles);
    }

    /** What tells these roles from others; the same for the same roles, whoever has them. */
    public static long rolesRevision(Set<String> roles) {
        long hash = 0xcbf29ce484222325L;
        for (char letter : String.join(",", new TreeSet<>(roles)).toCharArray()) {
            hash = (hash ^ letter) * 0x100000001b3L;
        }
        // At most 18 digits, as headers and forms carry it.
        return hash >>> 5;
    }

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
