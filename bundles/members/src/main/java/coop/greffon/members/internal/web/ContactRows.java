package coop.greffon.members.internal.web;

import coop.greffon.members.MemberDraft;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.util.Map;

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
    private static final Map<String, String> IN_ADDRESS = Map.of(
            "kind", "members.field.address-kind",
            "recipient", "members.field.recipient",
            "street", "members.field.street",
            "street2", "members.field.street2",
            "postcode", "members.field.postcode",
            "city", "members.field.city",
            "country", "members.field.country",
            "remark", "members.field.remark");

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

    /** Says in the summary which of the rows, whose labels are alike, has an error; and where that of a whole list is mended. */
    public void name(Form form, Visit visit, String prefix) {
        form.nameAt(prefix + "mails", prefix + "mails[0].address", "members.field.mails");
        form.nameAt(prefix + "phones", prefix + "phones[0].number", "members.field.phones");
        form.nameAt(prefix + "addresses", prefix + "addresses[0].kind", "members.field.addresses");
        nameRows(form, prefix + "mails", "address", visit.t("members.field.mail"), mails);
        nameRows(form, prefix + "phones", "number", visit.t("members.field.phone"), phones);
        for (int index = 0; index < addresses; index++) {
            String row = prefix + "addresses[" + index + "].";
            int shown = index + 1;
            form.nameAt(row + "reference", row + "street", "members.form.address-reference", shown);
            if (addresses > 1) {
                IN_ADDRESS.forEach(
                        (field, label) -> form.name(row + field, "members.form.in-address", shown, visit.t(label)));
            }
        }
    }

    private static void nameRows(Form form, String list, String field, String called, int rows) {
        for (int index = 0; index < rows; index++) {
            String row = list + "[" + index + "].";
            form.name(row + "label", "members.form.label-of", called, index + 1);
            if (rows > 1) {
                form.name(row + field, "members.form.row", called, index + 1);
            }
        }
    }

    /** Whether somebody asked for one more row rather than to save. */
    static boolean isAskedFor(Typed typed) {
        return typed.text(ADD) != null;
    }
}
