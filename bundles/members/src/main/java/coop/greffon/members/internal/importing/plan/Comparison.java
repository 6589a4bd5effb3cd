package coop.greffon.members.internal.importing.plan;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.cells.PlainText;
import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.cells.ReadLine.ListPart;
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
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.model.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings together what the store holds of somebody and what a line says. A filled cell wins; an empty one says nothing;
 * mails, phones, tags and cards are added to; notes are continued. Only a field for which the file was made the authority
 * is copied as it is. A line of our own export tells the whole of a list and of the notes, and so replaces them where it was edited.
 */
final class Comparison {
    private final Columns columns;
    private final ReadLine line;
    private final List<Change> changes = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Comparison(Columns columns, ReadLine line) {
        this.columns = columns;
        this.line = line;
    }

    /** What differs, once {@link #merge} was called. */
    List<Change> changes() {
        return changes;
    }

    /** What the file says and is not taken over, once {@link #merge} was called. */
    List<Problem> problems() {
        return problems;
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
        var whole = NameKeys.accented(stored.display());
        boolean same = undivided && whole.equals(NameKeys.accented(said.display()));
        if (same
                || undivided
                        && isOwn()
                        && whole.equals(NameKeys.accented(line.own().name()))) {
            return stored;
        }
        return new Naming(
                stored.kind(),
                name(Field.GIVEN_NAME, stored.given(), said.given()),
                name(Field.FAMILY_NAME, stored.family(), said.family()),
                name(Field.ORGANISATION, stored.organisation(), said.organisation()));
    }

    private String name(Field field, String stored, String said) {
        boolean same = isOwn() ? said.equals(PlainText.lineAsRead(stored)) : said.equalsIgnoreCase(stored);
        return said.isEmpty() || same ? stored : changed(field, stored, said);
    }

    private boolean isOwn() {
        return line.own() != null;
    }

    private Contact contact(Contact stored, Contact said) {
        return new Contact(
                list(Field.MAIL, stored.mails(), said.mails()),
                phones(stored.phones(), said.phones()),
                address(stored.address(), said.address()),
                text(Field.LANGUAGE, stored.language(), said.language()));
    }

    private List<Phone> phones(List<Phone> stored, List<Phone> said) {
        boolean replaces = replaces(Field.PHONE, said);
        var merged = new LinkedHashMap<String, Phone>();
        if (!replaces && !copies(Field.PHONE) && !copies(Field.MOBILE)) {
            stored.forEach(phone -> merged.put(phone.digits(), phone));
        }
        var told = replaces ? replaced(Field.PHONE, stored, said) : said;
        told.forEach(phone -> merged.putIfAbsent(phone.digits(), phone));
        var before = stored.stream().map(Phone::digits).toList();
        if (isSame(before, merged.keySet(), replaces)) {
            return stored;
        }
        var phones = List.copyOf(merged.values());
        changes.add(new Change(Field.PHONE, typed(stored), typed(phones)));
        return phones;
    }

    /** Whether a line of our own export tells what becomes of a list: of cards it has the active one only. */
    private boolean replaces(Field field, List<?> said) {
        return isOwn() && field != Field.CARD && !said.isEmpty() && isRead(field);
    }

    /** Whether every cell of a list could be read: one that could not might hold what would be deleted. */
    private boolean isRead(Field field) {
        return line.problems().stream()
                .noneMatch(problem -> problem.severity() != Severity.WARNING && listOf(problem.field()) == field);
    }

    private static Field listOf(Field field) {
        if (field == Field.MOBILE) {
            return Field.PHONE;
        }
        return field == Field.TAG_IDS ? Field.TAGS : field;
    }

    /** The list as a line of our own export has edited it. */
    private <T> List<T> replaced(Field field, List<T> stored, List<T> said) {
        var first = stored.subList(0, Math.min(1, stored.size()));
        var others = stored.subList(first.size(), stored.size());
        var part = field == Field.MAIL ? line.own().mails() : line.own().phones();
        return switch (field == Field.TAGS ? ListPart.WHOLE : part) {
            case WHOLE -> said;
            case FIRST -> joined(said, others);
            case OTHERS -> joined(first, said);
            case SOME -> others.isEmpty() ? said : joined(stored, said);
        };
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The first of a list goes before the others; only where the line tells the whole list does its order count. */
    private static boolean isSame(List<String> stored, Collection<String> wanted, boolean inOrder) {
        return inOrder
                ? List.copyOf(wanted).equals(stored.stream().distinct().toList())
                : Set.copyOf(wanted).equals(Set.copyOf(stored));
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
        boolean weak =
                !hints.statusTold() && said.status() == MemberStatus.MEMBER && (stored.status() != null || isOwn());
        var status = weak || said.status() == null ? stored.status() : said.status();
        var reason = status == stored.status() ? stored.reasonKey() : said.reasonKey();
        if (status != stored.status()) {
            changes.add(new Change(Field.STATUS, label(stored.status()), label(status)));
        }
        if (hints.statusTold() && said.status() == null && stored.status() != null) {
            problems.add(Problem.of(Field.STATUS, Reason.STANDING_KEPT, line.label()));
        }
        if (hints.bySince()) {
            return since(stored, said, status, reason);
        }
        boolean keepJoined = hints.joinedByCreation() && stored.joinedOn() != null;
        return new Membership(
                status,
                reason,
                keepJoined ? stored.joinedOn() : date(Field.JOINED_ON, stored.joinedOn(), said.joinedOn()),
                date(Field.LEFT_ON, stored.leftOn(), said.leftOn()));
    }

    /** The first day of a status that stays is its own; that of a new one is taken unless it would rewrite what was before. */
    private Membership since(Membership stored, Membership said, MemberStatus status, String reason) {
        boolean isFirst = stored.status() == null || stored.status() == MemberStatus.CANDIDATE;
        var day = said.status() == MemberStatus.FORMER ? said.leftOn() : said.joinedOn();
        if (status != stored.status() && status == MemberStatus.FORMER) {
            return new Membership(status, reason, stored.joinedOn(), date(Field.LEFT_ON, stored.leftOn(), day));
        } else if (status != stored.status() && isFirst) {
            return new Membership(status, reason, date(Field.JOINED_ON, stored.joinedOn(), day), stored.leftOn());
        }
        var known = stored.status() == MemberStatus.FORMER ? stored.leftOn() : stored.joinedOn();
        if (!day.equals(known)) {
            problems.add(Problem.of(Field.SINCE, Reason.STANDING_KEPT, day.toString()));
        }
        return new Membership(status, reason, stored.joinedOn(), stored.leftOn());
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
        boolean replaces = copies(Field.NOTES) || (isOwn() && line.own().notesTold() && isRead(Field.NOTES));
        var known = PlainText.asRead(stored);
        var notes = replaces ? "" : stored;
        for (var part : said) {
            if (!holds(notes, part) && (replaces || !holds(known, part))) {
                notes = notes.isEmpty() ? part : notes + "\n" + part;
            }
        }
        return notes.equals(stored) || notes.equals(known) ? stored : changed(Field.NOTES, stored, notes);
    }

    private static boolean holds(String notes, String part) {
        return ("\n" + notes + "\n").contains("\n" + part + "\n");
    }

    private String text(Field field, String stored, String said) {
        boolean silent = said.isEmpty() && !copies(field);
        boolean same = said.equals(stored) || said.equals(PlainText.lineAsRead(stored));
        return silent || same ? stored : changed(field, stored, said);
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
        boolean replaces = replaces(field, said);
        var merged = new LinkedHashSet<>(replaces || copies(field) ? List.<String>of() : stored);
        merged.addAll(replaces ? replaced(field, stored, said) : said);
        if (isSame(stored, merged, replaces)) {
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
