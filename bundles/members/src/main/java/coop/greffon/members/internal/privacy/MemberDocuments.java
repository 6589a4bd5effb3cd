package coop.greffon.members.internal.privacy;

import static coop.greffon.core.privacy.PersonalDocument.row;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.file.StoredFile;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalDocument;
import coop.greffon.core.privacy.PersonalDocument.Column;
import coop.greffon.core.privacy.PersonalDocument.Word;
import coop.greffon.members.ContactPersons;
import coop.greffon.members.Household;
import coop.greffon.members.Households;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.internal.account.InvitationRows;
import coop.greffon.members.internal.account.InvitationRows.Invitation;
import coop.greffon.members.internal.store.ArrivalRows;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.members.internal.store.Overrides;
import coop.greffon.members.internal.store.RecordMerge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final ArrivalRows arrivals;
    private final RecordMerge merged;
    private final InvitationRows invitations;

    @Activate
    public MemberDocuments(
            @Reference Members members,
            @Reference Households households,
            @Reference ContactPersons contacts,
            @Reference Overrides overrides,
            @Reference MemberPhotos photos,
            @Reference ArrivalRows arrivals,
            @Reference RecordMerge merged,
            @Reference InvitationRows invitations) {
        this.members = members;
        this.households = households;
        this.contacts = contacts;
        this.overrides = overrides;
        this.photos = photos;
        this.arrivals = arrivals;
        this.merged = merged;
        this.invitations = invitations;
    }

    /** What is known of somebody; what records that were merged into theirs say stands below it. */
    List<PersonalDocument> of(Member member) {
        List<Member> records = new ArrayList<>(List.of(member));
        records.addAll(merged.left(member.id()));
        List<PersonalDocument> documents = new ArrayList<>();
        documents.add(withPhoto(record(records), member));
        documents.addAll(reach(records.stream().map(Member::details).toList()));
        documents.add(table(
                "statuses",
                "members.record.statuses",
                List.of("status", "on", "reason"),
                records.stream()
                        .flatMap(record -> members.statuses(record.id()).stream())
                        .toList(),
                change -> row(standing(change.status()), change.on(), change.reason())));
        documents.addAll(standing(member));
        documents.add(table(
                "arrivals",
                "members.arrival.all",
                List.of("at", "device", "answers"),
                arrivals.all(member.id()),
                told -> row(told.arrival().at(), told.arrival().device(), answers(told.answers()))));
        documents.add(table(
                "invitations",
                "members.invitations.record",
                List.of("at", "invitation", "mail", "reason"),
                invitations.of(List.of(member.id())),
                one -> row(one.askedAt(), word("invitation", one.state()), one.mail(), reason(one, member))));
        documents.add(history(member.id()));
        return documents.stream().filter(document -> !document.rows().isEmpty()).toList();
    }

    private static Word reason(Invitation refused, Member member) {
        return refused.refusal() == null
                ? null
                : new Word(refused.refusal(), Text.of(refused.refusal(), member.name()));
    }

    private List<PersonalDocument> standing(Member member) {
        List<PersonalDocument> documents = new ArrayList<>();
        documents.add(table(
                "cards",
                "members.record.cards",
                List.of("card", "kind", "state", "from", "to", "reason"),
                member.cards(),
                card -> row(
                        card.code(),
                        word("card-kind", card.kind()),
                        word("state", card.state()),
                        card.from(),
                        card.to(),
                        card.reason())));
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
                override ->
                        row(word("verdict", override.verdict()), override.reason(), override.at(), override.until())));
        documents.add(table(
                "external-ids",
                "members.field.externalIds",
                List.of("source", "id"),
                member.externalIds(),
                known -> row(known.source(), known.id())));
        return documents;
    }

    private PersonalDocument withPhoto(PersonalDocument record, Member member) {
        List<Long> photo = member.photo() == null
                ? List.of()
                : photos.find(member.id(), false).map(StoredFile::id).stream().toList();
        return new PersonalDocument(record.name(), record.title(), record.columns(), record.rows(), photo);
    }

    private static PersonalDocument record(List<Member> records) {
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
                records,
                MemberDocuments::identity);
    }

    private static List<Object> identity(Member member) {
        MemberDraft details = member.details();
        return row(
                details.number(),
                details.givenName(),
                details.familyName(),
                details.organisationName(),
                details.birthDate(),
                word("language", details.language()),
                details.vat(),
                standing(member.status()),
                member.since(),
                String.join(" | ", details.tags()),
                details.notes());
    }

    private static <T> List<T> each(List<MemberDraft> records, Function<MemberDraft, List<T>> part) {
        return records.stream()
                .flatMap(details -> part.apply(details).stream())
                .distinct()
                .toList();
    }

    private static List<PersonalDocument> reach(List<MemberDraft> records) {
        return List.of(
                table(
                        "mails",
                        "members.field.mails",
                        List.of("mail", "label"),
                        each(records, MemberDraft::mails),
                        mail -> row(mail.address(), mail.label())),
                table(
                        "phones",
                        "members.field.phones",
                        List.of("phone", "label"),
                        each(records, MemberDraft::phones),
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
                        each(records, MemberDraft::addresses),
                        address -> row(
                                word("address", address.kind()),
                                address.recipient(),
                                address.street(),
                                address.street2(),
                                address.postcode(),
                                address.city(),
                                address.country(),
                                address.remark())));
    }

    /** The person's own roles; who else belongs to a household is theirs to tell. */
    private List<List<Object>> stays(long memberId) {
        List<List<Object>> stays = new ArrayList<>();
        for (Household household : households.history(memberId)) {
            household.people().stream()
                    .filter(person -> person.memberId() == memberId)
                    .forEach(person ->
                            stays.add(row(household.id(), word("role", person.role()), person.from(), person.to())));
        }
        return stays;
    }

    /** What changed and when; who changed it is somebody else's. */
    private PersonalDocument history(long memberId) {
        List<List<Object>> rows = new ArrayList<>();
        for (Change change : merged.history(memberId)) {
            for (FieldChange field : change.fields()) {
                rows.add(row(
                        change.at(),
                        Word.of("", change.action()),
                        word("field", field.field()),
                        held(field, field.before()),
                        held(field, field.after())));
            }
        }
        return table(
                "history",
                "members.history.title",
                List.of("at", "action", "field", "before", "after"),
                rows,
                change -> change);
    }

    private static Object held(FieldChange field, String value) {
        if (value == null || !field.holdsDay()) {
            return word(field.field(), value);
        }
        try {
            return value.indexOf('T') < 0 ? LocalDate.parse(value) : Instant.parse(value);
        } catch (DateTimeParseException somethingElse) {
            return value;
        }
    }

    /** The words of an answer are those of the bundle that asked. */
    private static List<Word> answers(Map<String, String> answers) {
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(answer -> new Word(
                        answer.getKey() + "=" + answer.getValue(), Text.of(answer.getKey() + "." + answer.getValue())))
                .toList();
    }

    private static Word standing(MemberStatus status) {
        return word("standing", status);
    }

    private static Word word(String kind, Object code) {
        return Word.of("members." + kind + ".", code);
    }

    private static <T> PersonalDocument table(
            String name, String title, List<String> columns, List<T> rows, Function<T, List<Object>> row) {
        return new PersonalDocument(
                name,
                Text.of(title),
                columns.stream()
                        .map(key -> new Column(key, Text.of("members.field." + key)))
                        .toList(),
                rows.stream().map(row).toList(),
                List.of());
    }
}
