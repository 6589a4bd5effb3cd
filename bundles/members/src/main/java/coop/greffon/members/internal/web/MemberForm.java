package coop.greffon.members.internal.web;

import coop.greffon.core.problem.Problem;
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
import java.util.HashMap;
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

    /** The fields of which one must be filled in for a row to count. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "mails", List.of("address"),
            "phones", List.of("number"),
            "addresses", List.of("recipient", "street", "street2", "postcode", "city", "country"));

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
        return filled(typed, list, LISTS.get("mails"))
                .map(row -> new MailAddress(typed.text(row + "address"), typed.text(row + "label")))
                .toList();
    }

    private static List<Phone> phones(Typed typed, String list) {
        return filled(typed, list, LISTS.get("phones"))
                .map(row -> new Phone(typed.text(row + "number"), typed.text(row + "label")))
                .toList();
    }

    private static List<Address> addresses(Typed typed, String list) {
        return filled(typed, list, LISTS.get("addresses"))
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
                .toList();
    }

    /** What is wrong, in the rows that were typed: the draft holds the filled ones only. */
    static Problem atRows(Problem problem, Typed typed, String prefix) {
        if (!typed.isReadable()) {
            // Refused before there was a draft.
            return problem;
        }
        Map<String, String> rows = new HashMap<>();
        LISTS.forEach((list, fields) -> {
            List<String> filled = filled(typed, prefix + list, fields).toList();
            for (int index = 0; index < filled.size(); index++) {
                rows.put(row(prefix + list, index), filled.get(index));
            }
        });
        return RecordLinks.atFields(
                problem,
                field -> rows.entrySet().stream()
                        .filter(row -> field.startsWith(row.getKey()))
                        .map(row ->
                                row.getValue() + field.substring(row.getKey().length()))
                        .findFirst()
                        .orElse(field));
    }

    /** The rows in which one of some fields is filled in. */
    private static Stream<String> filled(Typed typed, String list, List<String> fields) {
        return IntStream.range(0, typed.rows(list))
                .mapToObj(index -> row(list, index))
                .filter(row -> fields.stream().anyMatch(field -> typed.text(row + field) != null));
    }

    private static String row(String list, int index) {
        return list + "[" + index + "].";
    }

    /** People write the name of a country; what is none stays, for the rules to refuse. */
    private static String country(String written) {
        return written == null ? null : Places.country(written).orElse(written);
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
