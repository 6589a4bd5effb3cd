package coop.greffon.members.internal.privacy;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.members.ContactPersons;
import coop.greffon.members.Household;
import coop.greffon.members.Households;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Members;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.members.internal.store.Overrides;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A person's record as tables, one for each kind of thing that is known. */
@Component(service = MemberDocuments.class)
public final class MemberDocuments {
    private final Members members;
    private final Households households;
    private final ContactPersons contacts;
    private final Overrides overrides;
    private final MemberPhotos photos;
    private final Audit audit;

    @Activate
    public MemberDocuments(
            @Reference Members members,
            @Reference Households households,
            @Reference ContactPersons contacts,
            @Reference Overrides overrides,
            @Reference MemberPhotos photos,
            @Reference Audit audit) {
        this.members = members;
        this.households = households;
        this.contacts = contacts;
        this.overrides = overrides;
        this.photos = photos;
        this.audit = audit;
    }

    List<PersonalDocument> of(Member member) {
        List<PersonalDocument> documents = new ArrayList<>();
        documents.add(withPhoto(record(member), member));
        documents.addAll(reach(member.details()));
        documents.add(table(
                "statuses",
                "members.record.statuses",
                List.of("status", "on", "reason"),
                members.statuses(member.id()),
                change -> row(change.status(), change.on(), change.reason())));
        documents.add(table(
                "cards",
                "members.record.cards",
                List.of("card", "kind", "state", "from", "to", "reason"),
                member.cards(),
                card -> row(card.code(), card.kind(), card.state(), card.from(), card.to(), card.reason())));
        documents.add(table(
                "household",
                "members.household.title",
                List.of("household", "role", "from", "to"),
                stays(member.id()),
                stay -> stay));
        documents.add(table(
                "contacts",
                "members.contact.title",
                List.of("organisationName", "function", "from", "to"),
                contacts.at(member.id()),
                contact -> row(contact.organisationName(), contact.function(), contact.from(), contact.to())));
        documents.add(table(
                "decisions",
                "members.admission.title",
                List.of("verdict", "reason", "at", "until"),
                overrides.all(member.id()),
                override -> row(override.verdict(), override.reason(), override.at(), override.until())));
        documents.add(table(
                "external-ids",
                "members.field.externalIds",
                List.of("source", "id"),
                member.externalIds(),
                known -> row(known.source(), known.id())));
        documents.add(history(member.id()));
        return documents.stream().filter(document -> !document.rows().isEmpty()).toList();
    }

    private PersonalDocument withPhoto(PersonalDocument record, Member member) {
        List<Long> photo = member.photo() == null
                ? List.of()
                : photos.find(member.id(), false).map(StoredFile::id).stream().toList();
        return new PersonalDocument(record.name(), record.title(), record.columns(), record.rows(), photo);
    }

    private static PersonalDocument record(Member member) {
        MemberDraft details = member.details();
        return table(
                "record",
                "members.record.tab",
                List.of(
                        "number",
                        "givenName",
                        "familyName",
                        "organisationName",
                        "birthDate",
                        "language",
                        "vat",
                        "status",
                        "since",
                        "tags",
                        "notes"),
                List.of(member),
                one -> row(
                        details.number(),
                        details.givenName(),
                        details.familyName(),
                        details.organisationName(),
                        details.birthDate(),
                        details.language(),
                        details.vat(),
                        one.status(),
                        one.since(),
                        String.join(" | ", details.tags()),
                        details.notes()));
    }

    private static List<PersonalDocument> reach(MemberDraft details) {
        return List.of(
                table(
                        "mails",
                        "members.field.mails",
                        List.of("mail", "label"),
                        details.mails(),
                        mail -> row(mail.address(), mail.label())),
                table(
                        "phones",
                        "members.field.phones",
                        List.of("phone", "label"),
                        details.phones(),
                        phone -> row(phone.number(), phone.label())),
                table(
                        "addresses",
                        "members.field.addresses",
                        List.of(
                                "address-kind",
                                "recipient",
                                "street",
                                "street2",
                                "postcode",
                                "city",
                                "country",
                                "remark"),
                        details.addresses(),
                        address -> row(
                                address.kind(),
                                address.recipient(),
                                address.street(),
                                address.street2(),
                                address.postcode(),
                                address.city(),
                                address.country(),
                                address.remark())));
    }

    /** The person's own roles; who else belongs to a household is theirs to tell. */
    private List<List<String>> stays(long memberId) {
        List<List<String>> stays = new ArrayList<>();
        for (Household household : households.history(memberId)) {
            household.people().stream()
                    .filter(person -> person.memberId() == memberId)
                    .forEach(person -> stays.add(row(household.id(), person.role(), person.from(), person.to())));
        }
        return stays;
    }

    /** What changed and when; who changed it is somebody else's. */
    private PersonalDocument history(long memberId) {
        List<List<String>> rows = new ArrayList<>();
        for (Change change : audit.history("members.member", Long.toString(memberId))) {
            for (FieldChange field : change.fields()) {
                rows.add(row(change.at(), change.action(), field.field(), field.before(), field.after()));
            }
        }
        return table(
                "history",
                "members.history.title",
                List.of("at", "action", "field", "before", "after"),
                rows,
                change -> change);
    }

    private static <T> PersonalDocument table(
            String name, String title, List<String> columns, List<T> rows, Function<T, List<String>> row) {
        return new PersonalDocument(
                name,
                Text.of(title),
                columns.stream()
                        .map(key -> new Column(key, Text.of("members.field." + key)))
                        .toList(),
                rows.stream().map(row).toList(),
                List.of());
    }

    private static List<String> row(Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null || value.toString().isEmpty() ? null : value.toString())
                .toList();
    }
}
