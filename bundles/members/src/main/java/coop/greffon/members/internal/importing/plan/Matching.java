package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.MemberKind;
import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Identity;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.NameKeys;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.importing.plan.ExistingMembers.StoredMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds whom of the store a line is about: by its record here, by external identifier, then by number, then by mail and name. */
final class Matching {
    private final Candidates candidates;

    Matching(Candidates candidates) {
        this.candidates = candidates;
    }

    /**
     * What was found.
     *
     * @param member whom the line is about, if the store has it
     * @param details what the line says, without what belongs to somebody else
     */
    record Match(Optional<StoredMember> member, MemberDetails details, List<Problem> problems) {}

    Match match(ReadLine line, MemberDetails details) {
        var problems = new ArrayList<Problem>();
        var cleared = withoutNumberOfAPerson(details, problems);
        var record = ownRecord(line, cleared, problems);
        var member = record.isPresent() ? record : find(line, cleared, problems);
        var said = record.map(stored -> ofItsKind(stored, line, cleared)).orElse(cleared);
        member.filter(found -> found.details().naming().kind() != said.naming().kind())
                .ifPresent(found -> problems.add(Problem.of(
                        Field.IS_ORGANISATION,
                        Reason.KIND_DIFFERS,
                        line.label(),
                        found.details().naming().display())));
        return new Match(member, withoutCardsOfOthers(said, member, problems), problems);
    }

    /** Our own export names the record; that of another co-op names somebody else's by chance. */
    private Optional<StoredMember> ownRecord(ReadLine line, MemberDetails details, List<Problem> problems) {
        if (line.own() == null) {
            return Optional.empty();
        }
        var found = candidates.withRecordId(line.own().id());
        if (found.isEmpty()) {
            return found;
        }
        var stored = found.get();
        if (isStranger(line, details, stored)) {
            var other = find(line, details, new ArrayList<>());
            if (other.filter(member -> isNamed(details, member)).isEmpty()) {
                problems.add(taken(
                        Reason.RECORD_TAKEN,
                        Field.RECORD_ID,
                        Long.toString(line.own().id()),
                        stored));
            }
            return Optional.empty();
        }
        if (isNamedOtherwise(line, details, stored)) {
            problems.add(nameDiffers(line, stored));
        }
        var number = details.identity().number();
        candidates
                .withNumber(number)
                .filter(other -> other.id() != stored.id())
                .ifPresent(other -> problems.add(taken(Reason.NUMBER_TAKEN, Field.NUMBER, number, other)));
        return found;
    }

    /**
     * Under another name whoever has nothing in common, or another number, other mails or another day of birth; without a name, whoever
     * has another number.
     */
    private static boolean isStranger(ReadLine line, MemberDetails details, StoredMember stored) {
        boolean noMailInCommon = haveNoMailInCommon(details, stored.details());
        boolean otherNumber = noMailInCommon
                && contradicts(
                        details.identity().number(), stored.details().identity().number());
        if ((details.naming().display() + line.own().name()).isEmpty()) {
            return otherNumber;
        }
        return isNamedOtherwise(line, details, stored)
                && (otherNumber
                        || (noMailInCommon && haveMails(details, stored.details()))
                        || haveOtherBirthDates(details, stored.details())
                        || haveNothingInCommon(details, stored.details()));
    }

    /** Whether the file names somebody, and nowhere as the record does. */
    private static boolean isNamedOtherwise(ReadLine line, MemberDetails details, StoredMember stored) {
        var name = line.own().name();
        return !(details.naming().display() + name).isEmpty()
                && !isNamed(details, stored)
                && !NameKeys.of(name).equals(FileIndex.nameKey(stored.details()));
    }

    private static boolean isNamed(MemberDetails details, StoredMember stored) {
        return FileIndex.nameKey(details).equals(FileIndex.nameKey(stored.details()));
    }

    /** Where the columns that tell an organisation were taken out of the file, the record tells. */
    private static MemberDetails ofItsKind(StoredMember stored, ReadLine line, MemberDetails said) {
        boolean organisation = stored.details().naming().kind() == MemberKind.ORGANISATION;
        return organisation && !line.own().kindTold()
                ? new MemberDetails(
                        said.identity(),
                        new Naming(MemberKind.ORGANISATION, "", "", line.label()),
                        said.contact(),
                        said.membership(),
                        said.profile())
                : said;
    }

    private Optional<StoredMember> find(ReadLine line, MemberDetails details, List<Problem> problems) {
        var identity = details.identity();
        var numbered = candidates.withNumber(identity.number());
        var identified = candidates.withExternalId(identity.externalId());
        if (identified.isPresent()) {
            numbered.filter(other -> other.id() != identified.get().id())
                    .ifPresent(
                            other -> problems.add(taken(Reason.NUMBER_TAKEN, Field.NUMBER, identity.number(), other)));
            return identified;
        }
        if (numbered.isPresent()) {
            checkNumbered(line, details, numbered.get(), problems);
            return numbered;
        }
        return withMailAndName(line, details, problems);
    }

    /** The number is theirs unless another identifier and another name say that it is somebody else's. */
    private static void checkNumbered(
            ReadLine line, MemberDetails details, StoredMember found, List<Problem> problems) {
        boolean sameName = FileIndex.nameKey(details).equals(FileIndex.nameKey(found.details()));
        boolean otherIdentifier = isOtherIdentifier(details.identity(), found);
        boolean stranger = !sameName
                && (!details.identity().externalId().isEmpty() || line.own() != null)
                && !details.naming().display().isEmpty()
                && haveNothingInCommon(details, found.details());
        if (otherIdentifier && !sameName || stranger) {
            problems.add(
                    taken(Reason.NUMBER_TAKEN, Field.NUMBER, details.identity().number(), found));
        } else if (otherIdentifier) {
            problems.add(Problem.of(
                    Field.EXTERNAL_ID,
                    Reason.EXTERNAL_ID_DIFFERS,
                    details.identity().externalId(),
                    found.details().identity().externalId()));
        } else if (!sameName && !details.naming().display().isEmpty()) {
            problems.add(nameDiffers(line, found));
        }
    }

    /** Another program numbers its people on its own: that a number is somebody's here does not make them the same person. */
    private static boolean haveNothingInCommon(MemberDetails line, MemberDetails stored) {
        var words = new HashSet<>(List.of(FileIndex.nameKey(line).split(" ")));
        words.retainAll(List.of(FileIndex.nameKey(stored).split(" ")));
        return words.isEmpty() && haveNoMailInCommon(line, stored);
    }

    private static boolean haveMails(MemberDetails line, MemberDetails stored) {
        return !line.contact().mails().isEmpty() && !stored.contact().mails().isEmpty();
    }

    private static boolean haveOtherBirthDates(MemberDetails line, MemberDetails stored) {
        return compare(line.profile().birthDate(), stored.profile().birthDate()) == Likeness.OTHER;
    }

    private static boolean haveNoMailInCommon(MemberDetails line, MemberDetails stored) {
        return Collections.disjoint(line.contact().mails(), stored.contact().mails());
    }

    private Optional<StoredMember> withMailAndName(ReadLine line, MemberDetails details, List<Problem> problems) {
        var possible = details.contact().mails().isEmpty() && FileIndex.isWithoutKey(details)
                ? candidates.withName(details.naming().display()).stream()
                        .filter(member -> agree(details, member.details()))
                        .toList()
                : candidates.withMailAndName(details).stream()
                        .filter(member -> !otherKeys(details.identity(), member))
                        .toList();
        if (possible.size() > 1 && FileIndex.isWithoutKey(details)) {
            var bare = possible.stream()
                    .filter(member -> FileIndex.isWithoutKey(member.details()))
                    .toList();
            possible = bare.isEmpty() ? possible : bare;
        }
        if (possible.size() > 1) {
            problems.add(Problem.of(null, Reason.SEVERAL_MATCHES, line.label(), possible.size()));
        }
        return possible.stream().findFirst();
    }

    private static boolean otherKeys(Identity line, StoredMember stored) {
        return isOtherIdentifier(line, stored)
                || contradicts(line.number(), stored.details().identity().number());
    }

    private static boolean isOtherIdentifier(Identity line, StoredMember stored) {
        return !line.externalId().isEmpty()
                && !stored.externalIds().isEmpty()
                && !stored.externalIds().contains(line.externalId());
    }

    private static boolean contradicts(String line, String stored) {
        return !line.isEmpty() && !stored.isEmpty() && !line.equals(stored);
    }

    /** Where only the name is left, nothing else may differ, and something must be the same unless nothing is known. */
    private static boolean agree(MemberDetails line, MemberDetails stored) {
        var facts = List.of(
                compare(line.profile().birthDate(), stored.profile().birthDate()),
                compare(street(line), street(stored)),
                compare(firstPhone(line), firstPhone(stored)));
        boolean bare =
                FileIndex.isWithoutKey(stored) && stored.contact().mails().isEmpty();
        return !facts.contains(Likeness.OTHER) && (facts.contains(Likeness.SAME) || bare);
    }

    private enum Likeness {
        SAME,
        OTHER,
        UNKNOWN
    }

    private static Likeness compare(Object line, Object stored) {
        if (Stream.of(line, stored).anyMatch(fact -> fact == null || fact.equals(""))) {
            return Likeness.UNKNOWN;
        }
        return Objects.equals(line, stored) ? Likeness.SAME : Likeness.OTHER;
    }

    private static String street(MemberDetails details) {
        return details.contact().address().street();
    }

    private static String firstPhone(MemberDetails details) {
        var phones = details.contact().phones();
        return phones.isEmpty() ? "" : phones.get(0).digits();
    }

    /** A supplier's reference may happen to be a member's number; it is then no ground for anything. */
    private MemberDetails withoutNumberOfAPerson(MemberDetails details, List<Problem> problems) {
        var identity = details.identity();
        var owner = candidates.withNumber(identity.number());
        boolean ofAPerson = details.naming().kind() == MemberKind.ORGANISATION
                && owner.filter(member -> member.details().naming().kind() == MemberKind.PERSON)
                        .isPresent();
        if (!ofAPerson) {
            return details;
        }
        problems.add(taken(Reason.NUMBER_OF_A_PERSON, Field.NUMBER, identity.number(), owner.get()));
        return details.with(new Identity(identity.externalId(), "", identity.cards()));
    }

    private MemberDetails withoutCardsOfOthers(
            MemberDetails details, Optional<StoredMember> member, List<Problem> problems) {
        var identity = details.identity();
        var own = new ArrayList<String>();
        for (var card : identity.cards()) {
            var holder = candidates.withCard(card);
            if (holder.isPresent() && !holder.map(StoredMember::id).equals(member.map(StoredMember::id))) {
                problems.add(taken(Reason.CARD_TAKEN, Field.CARD, card, holder.get()));
            } else {
                own.add(card);
            }
        }
        return details.with(new Identity(identity.externalId(), identity.number(), own));
    }

    private static Problem nameDiffers(ReadLine line, StoredMember stored) {
        return Problem.of(
                Field.NAME,
                Reason.NAME_DIFFERS,
                line.label(),
                stored.details().naming().display());
    }

    private static Problem taken(Reason reason, Field field, String value, StoredMember by) {
        return Problem.of(field, reason, value, by.details().naming().display());
    }
}
