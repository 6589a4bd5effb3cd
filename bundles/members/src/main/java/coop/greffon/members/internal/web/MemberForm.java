package coop.greffon.members.internal.web;

import coop.greffon.members.Address;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.rules.Places;
import coop.greffon.members.internal.self.OwnDetails;
import coop.greffon.web.form.Typed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The fields of a member's form are named after the record they end up in, so that an error of the record is an error of its field.
 *
 * <p>How many rows a list shows is {@link ContactRows}' business.
 */
final class MemberForm {
    /** The path of the details within {@link NewMember}; an edit sends a {@link MemberDraft} itself. */
    static final String NEW = "details.";

    private MemberForm() {}

    static MemberDraft draft(Typed typed, String prefix) {
        return new MemberDraft(
                typed.one(prefix + "kind", MemberKind.class),
                typed.text(prefix + "number"),
                typed.text(prefix + "givenName"),
                typed.text(prefix + "familyName"),
                typed.text(prefix + "organisationName"),
                mails(typed, prefix + "mails"),
                phones(typed, prefix + "phones"),
                addresses(typed, prefix + "addresses"),
                typed.text(prefix + "language"),
                typed.date(prefix + "birthDate"),
                typed.text(prefix + "vat"),
                tags(typed.text(prefix + "tags")),
                typed.text(prefix + "notes"));
    }

    static OwnDetails own(Typed typed) {
        return new OwnDetails(
                typed.text("givenName"),
                typed.text("familyName"),
                mails(typed, "mails"),
                phones(typed, "phones"),
                addresses(typed, "addresses"),
                typed.text("language"));
    }

    static NewMember newMember(Typed typed) {
        MemberDraft details = draft(typed, NEW);
        MemberStatus status = typed.one("statuses[0].status", MemberStatus.class);
        LocalDate on = typed.date("statuses[0].on");
        String reason = typed.text("statuses[0].reason");
        typed.insist();
        List<StatusDraft> statuses = status == null ? List.of() : List.of(new StatusDraft(status, on, reason));
        return new NewMember(details, statuses, List.of(), List.of());
    }

    private static List<MailAddress> mails(Typed typed, String list) {
        return rows(typed, list)
                .filter(row -> typed.text(row + "address") != null)
                .map(row -> new MailAddress(typed.text(row + "address"), typed.text(row + "label")))
                .toList();
    }

    private static List<Phone> phones(Typed typed, String list) {
        return rows(typed, list)
                .filter(row -> typed.text(row + "number") != null)
                .map(row -> new Phone(typed.text(row + "number"), typed.text(row + "label")))
                .toList();
    }

    private static List<Address> addresses(Typed typed, String list) {
        return rows(typed, list)
                .map(row -> new Address(
                        typed.one(row + "kind", Address.Kind.class),
                        typed.text(row + "recipient"),
                        typed.text(row + "street"),
                        typed.text(row + "street2"),
                        typed.text(row + "postcode"),
                        typed.text(row + "city"),
                        country(typed.text(row + "country")),
                        typed.text(row + "remark"),
                        typed.text(row + "reference")))
                .filter(address -> !address.line().isEmpty())
                .toList();
    }

    /** People write the name of a country; what is none stays, for the rules to refuse. */
    private static String country(String written) {
        return written == null ? null : Places.country(written).orElse(written);
    }

    private static Stream<String> rows(Typed typed, String list) {
        return IntStream.range(0, typed.rows(list)).mapToObj(index -> list + "[" + index + "].");
    }

    /** One tag a line: a tag may hold a comma. */
    private static List<String> tags(String lines) {
        return lines == null ? List.of() : Arrays.asList(lines.split("\\R"));
    }

    /** What the form shows of a draft. */
    static Map<String, String> values(MemberDraft draft, String prefix) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(prefix + "kind", draft.kind().name());
        values.put(prefix + "number", draft.number());
        values.put(prefix + "givenName", draft.givenName());
        values.put(prefix + "familyName", draft.familyName());
        values.put(prefix + "organisationName", draft.organisationName());
        values.put(prefix + "language", draft.language());
        values.put(
                prefix + "birthDate",
                draft.birthDate() == null ? null : draft.birthDate().toString());
        values.put(prefix + "vat", draft.vat());
        values.put(prefix + "tags", String.join("\n", draft.tags()));
        values.put(prefix + "notes", draft.notes());
        for (int index = 0; index < draft.mails().size(); index++) {
            MailAddress mail = draft.mails().get(index);
            String row = prefix + "mails[" + index + "].";
            values.put(row + "address", mail.address());
            values.put(row + "label", mail.label());
        }
        for (int index = 0; index < draft.phones().size(); index++) {
            Phone phone = draft.phones().get(index);
            String row = prefix + "phones[" + index + "].";
            values.put(row + "number", phone.number());
            values.put(row + "label", phone.label());
        }
        for (int index = 0; index < draft.addresses().size(); index++) {
            put(values, prefix + "addresses[" + index + "].", draft.addresses().get(index));
        }
        return values;
    }

    private static void put(Map<String, String> values, String row, Address address) {
        values.put(row + "kind", address.kind().name());
        values.put(row + "recipient", address.recipient());
        values.put(row + "street", address.street());
        values.put(row + "street2", address.street2());
        values.put(row + "postcode", address.postcode());
        values.put(row + "city", address.city());
        values.put(row + "country", address.country());
        values.put(row + "remark", address.remark());
        values.put(row + "reference", address.reference());
    }
}
