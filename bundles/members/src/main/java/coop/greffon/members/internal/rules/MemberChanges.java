package coop.greffon.members.internal.rules;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.members.Address;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Phone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What differs between two versions of somebody's details, as the history writes it down. */
public final class MemberChanges {
    private static final String BETWEEN = " | ";

    private MemberChanges() {}

    /** The fields that differ, in the order of the record. */
    public static List<FieldChange> between(MemberDraft before, MemberDraft after) {
        Map<String, String> old = texts(before);
        return texts(after).entrySet().stream()
                .filter(field -> !Objects.equals(old.get(field.getKey()), field.getValue()))
                .map(field -> new FieldChange(field.getKey(), old.get(field.getKey()), field.getValue()))
                .toList();
    }

    /** The fields of a new record that are filled in. */
    public static List<FieldChange> of(MemberDraft details) {
        return texts(details).entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> new FieldChange(field.getKey(), null, field.getValue()))
                .toList();
    }

    /** What each field holds, in one line each; null for nothing. */
    public static Map<String, String> texts(MemberDraft member) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", member.kind().name());
        texts.put("number", member.number());
        texts.put("givenName", member.givenName());
        texts.put("familyName", member.familyName());
        texts.put("organisationName", member.organisationName());
        texts.put(
                "mails", joined(member.mails().stream().map(MemberChanges::text).toList()));
        texts.put(
                "phones",
                joined(member.phones().stream().map(MemberChanges::text).toList()));
        texts.put(
                "addresses",
                joined(member.addresses().stream().map(MemberChanges::text).toList()));
        texts.put("language", member.language());
        texts.put(
                "birthDate",
                member.birthDate() == null ? null : member.birthDate().toString());
        texts.put("vat", member.vat());
        texts.put("tags", joined(member.tags()));
        texts.put("notes", member.notes());
        return texts;
    }

    private static String text(MailAddress mail) {
        return labelled(mail.label(), mail.address());
    }

    private static String text(Phone phone) {
        return labelled(phone.label(), phone.number());
    }

    private static String text(Address address) {
        String line = address.kind() == Address.Kind.MAIN
                ? address.line()
                : address.kind().name() + ": " + address.line();
        String remark = address.remark() == null ? "" : " (" + address.remark() + ")";
        String reference = address.reference() == null ? "" : " [" + address.reference() + "]";
        return line + remark + reference;
    }

    private static String labelled(String label, String value) {
        return label == null ? value : label + ": " + value;
    }

    private static String joined(List<String> values) {
        return values.isEmpty() ? null : values.stream().collect(Collectors.joining(BETWEEN));
    }
}
