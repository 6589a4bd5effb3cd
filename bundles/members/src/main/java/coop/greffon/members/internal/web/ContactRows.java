package coop.greffon.members.internal.web;

import coop.greffon.members.MemberDraft;
import coop.greffon.web.form.Typed;

/**
 * How many rows a form shows of each list. A button adds one, with or without JavaScript.
 *
 * @param mails rows for mails
 * @param phones rows for telephone numbers
 * @param addresses groups for addresses
 */
public record ContactRows(int mails, int phones, int addresses) {
    private static final String ADD = "add";
    private static final int MOST = 20;

    /** One of each, for somebody new. */
    static final ContactRows FIRST = new ContactRows(1, 1, 1);

    /** As many as there are, and one where there is none. */
    static ContactRows of(MemberDraft details) {
        return new ContactRows(
                Math.max(1, details.mails().size()),
                Math.max(1, details.phones().size()),
                Math.max(1, details.addresses().size()));
    }

    /** As many as were sent, and the one that was asked for. */
    static ContactRows typed(Typed typed, String prefix) {
        return new ContactRows(
                rows(typed, prefix, "mails"), rows(typed, prefix, "phones"), rows(typed, prefix, "addresses"));
    }

    private static int rows(Typed typed, String prefix, String list) {
        int more = list.equals(typed.text(ADD)) ? 1 : 0;
        return Math.max(1, Math.min(MOST, typed.rows(prefix + list) + more));
    }

    /** Whether somebody asked for one more row rather than to save. */
    static boolean isAskedFor(Typed typed) {
        return typed.text(ADD) != null;
    }
}
