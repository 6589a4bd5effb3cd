package coop.greffon.members.internal.importing.plan;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Contact;
import coop.greffon.members.internal.importing.model.MemberDetails.Identity;
import coop.greffon.members.internal.importing.model.MemberDetails.Membership;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.MemberDetails.Profile;
import coop.greffon.members.internal.importing.model.NameKeys;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.PostalAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Brings together what the store holds of somebody and what a line says. A filled cell wins; an empty one says nothing;
 * mails, phones, tags and cards are added to; notes are continued. Only a field for which the file was made the authority
 * is copied as it is.
 */
final class Comparison {
    private final Columns columns;
    private final ReadLine line;
    private final List<Change> changes = new ArrayList<>();

    Comparison(Columns columns, ReadLine line) {
        this.columns = columns;
        this.line = line;
    }

    /** What differs, once {@link #merge} was called. */
    List<Change> changes() {
        return changes;
    }

    /**
     * What the store is to hold.
     *
     * @param said what the line says, as corrected by what else is known
     */
    MemberDetails merge(MemberDetails stored, MemberDetails said) {
        return new MemberDetails(
                identity(stored.identity(), said.identity()),
                naming(stored.naming(), said.naming(), line.nameUndivided()),
                contact(stored.contact(), said.contact()),
                membership(stored.membership(), said.membership(), line.hints()),
                profile(stored.profile(), said.profile(), line.notes()));
    }

    private Identity identity(Identity stored, Identity said) {
        return new Identity(
                text(Field.EXTERNAL_ID, stored.externalId(), said.externalId()),
                text(Field.NUMBER, stored.number(), said.number()),
                list(Field.CARD, stored.cards(), said.cards()));
    }

    /** A name in one cell is divided by us, and perhaps better by people since: only another spelling changes it. */
    private Naming naming(Naming stored, Naming said, boolean undivided) {
        boolean same = undivided && NameKeys.accented(stored.display()).equals(NameKeys.accented(said.display()));
        if (same) {
            return stored;
        }
        return new Naming(
                stored.kind(),
                name(Field.GIVEN_NAME, stored.given(), said.given()),
                name(Field.FAMILY_NAME, stored.family(), said.family()),
                name(Field.ORGANISATION, stored.organisation(), said.organisation()));
    }

    private String name(Field field, String stored, String said) {
        return said.isEmpty() || said.equalsIgnoreCase(stored) ? stored : changed(field, stored, said);
    }

    private Contact contact(Contact stored, Contact said) {
        return new Contact(
                list(Field.MAIL, stored.mails(), said.mails()),
                phones(stored.phones(), said.phones()),
                address(stored.address(), said.address()),
                text(Field.LANGUAGE, stored.language(), said.language()));
    }

    private List<Phone> phones(List<Phone> stored, List<Phone> said) {
        var merged = new LinkedHashMap<String, Phone>();
        if (!copies(Field.PHONE) && !copies(Field.MOBILE)) {
            stored.forEach(phone -> merged.put(phone.digits(), phone));
        }
        said.forEach(phone -> merged.putIfAbsent(phone.digits(), phone));
        var before = stored.stream().map(Phone::digits).collect(Collectors.toSet());
        if (before.equals(merged.keySet())) {
            return stored;
        }
        var phones = List.copyOf(merged.values());
        changes.add(new Change(Field.PHONE, typed(stored), typed(phones)));
        return phones;
    }

    private static String typed(List<Phone> phones) {
        return phones.stream().map(Phone::typed).collect(Collectors.joining(", "));
    }

    private PostalAddress address(PostalAddress stored, PostalAddress said) {
        return new PostalAddress(
                text(Field.STREET, stored.street(), said.street()),
                text(Field.STREET2, stored.street2(), said.street2()),
                text(Field.ZIP, stored.zip(), said.zip()),
                text(Field.CITY, stored.city(), said.city()),
                text(Field.COUNTRY, stored.country(), said.country()));
    }

    /** That a record is not archived says little: it does not bring back somebody who left or was never admitted. */
    private Membership membership(Membership stored, Membership said, ReadLine.Hints hints) {
        boolean weak = !hints.statusTold() && said.status() == MemberStatus.MEMBER && stored.status() != null;
        var status = weak || said.status() == null ? stored.status() : said.status();
        var reason = status == stored.status() ? stored.reasonKey() : said.reasonKey();
        if (status != stored.status()) {
            changes.add(new Change(Field.STATUS, label(stored.status()), label(status)));
        }
        boolean keepJoined = hints.joinedByCreation() && stored.joinedOn() != null;
        return new Membership(
                status,
                reason,
                keepJoined ? stored.joinedOn() : date(Field.JOINED_ON, stored.joinedOn(), said.joinedOn()),
                date(Field.LEFT_ON, stored.leftOn(), said.leftOn()));
    }

    private static Object label(MemberStatus status) {
        return status == null ? "" : Text.of("members.status." + status.name());
    }

    private Profile profile(Profile stored, Profile said, List<String> notes) {
        var tags = new TreeSet<>(list(Field.TAGS, List.copyOf(stored.tags()), List.copyOf(said.tags())));
        return new Profile(
                date(Field.BIRTH_DATE, stored.birthDate(), said.birthDate()),
                text(Field.VAT, stored.vat(), said.vat()),
                tags,
                notes(stored.notes(), notes));
    }

    /** What people wrote since stays; what the file notes is added below unless it is there already. */
    private String notes(String stored, List<String> said) {
        var notes = copies(Field.NOTES) ? "" : stored;
        for (var part : said) {
            if (!("\n" + notes + "\n").contains("\n" + part + "\n")) {
                notes = notes.isEmpty() ? part : notes + "\n" + part;
            }
        }
        return notes.equals(stored) ? stored : changed(Field.NOTES, stored, notes);
    }

    private String text(Field field, String stored, String said) {
        boolean silent = said.isEmpty() && !copies(field);
        return silent || said.equals(stored) ? stored : changed(field, stored, said);
    }

    private LocalDate date(Field field, LocalDate stored, LocalDate said) {
        boolean silent = said == null && !copies(field);
        if (silent || Objects.equals(stored, said)) {
            return stored;
        }
        changes.add(new Change(field, stored == null ? "" : stored, said == null ? "" : said));
        return said;
    }

    private List<String> list(Field field, List<String> stored, List<String> said) {
        var merged = new LinkedHashSet<>(copies(field) ? List.<String>of() : stored);
        merged.addAll(said);
        if (merged.equals(new LinkedHashSet<>(stored))) {
            return stored;
        }
        changes.add(new Change(field, String.join(", ", stored), String.join(", ", merged)));
        return List.copyOf(merged);
    }

    /** Whether the file is the authority for the field; a cell that could not be read never erases. */
    private boolean copies(Field field) {
        boolean mirrored = columns.mirrored(field) || (field == Field.TAGS && columns.mirrored(Field.TAG_IDS));
        return mirrored && line.problems().stream().noneMatch(problem -> problem.field() == field);
    }

    private String changed(Field field, String stored, String said) {
        changes.add(new Change(field, stored, said));
        return said;
    }
}
