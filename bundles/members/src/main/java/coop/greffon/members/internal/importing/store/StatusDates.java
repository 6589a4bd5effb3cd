package coop.greffon.members.internal.importing.store;

import coop.greffon.members.MemberStatus;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.importing.model.MemberDetails.Membership;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The two days that files know of a membership, the first and the last, in a journal of statuses that knows more: they are read from it,
 * and entries are found that make them true.
 */
final class StatusDates {
    private StatusDates() {}

    /** The entries for somebody who is new. */
    static List<StatusDraft> of(Membership said, String reason, LocalDate today) {
        if (said.status() == null) {
            return List.of();
        }
        var entries = new ArrayList<StatusDraft>();
        boolean former = said.status() == MemberStatus.FORMER;
        if (former && said.joinedOn() != null) {
            entries.add(new StatusDraft(MemberStatus.MEMBER, upTo(today, said.joinedOn()), null));
        }
        var on = former ? said.leftOn() : said.joinedOn();
        entries.add(new StatusDraft(said.status(), upTo(today, on), reason));
        return entries;
    }

    /** Where the file was written it may be tomorrow already. */
    private static LocalDate upTo(LocalDate today, LocalDate day) {
        return day == null || day.isAfter(today) ? today : day;
    }

    /** The first day as a member, or as a candidate where somebody never was one; null where there is none. */
    static LocalDate joined(List<StatusChange> journal) {
        var first = new TreeMap<LocalDate, MemberStatus>();
        for (var change : journal) {
            // Who joined and left on one day did join; an entry as a candidate takes the joining back.
            if (change.status() != MemberStatus.FORMER) {
                first.put(change.on(), change.status());
            }
        }
        return first.entrySet().stream()
                .filter(day -> day.getValue() == MemberStatus.MEMBER)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> first.isEmpty() ? null : first.firstKey());
    }

    /** The first day of the time as a former member that lasts; null where somebody is none. */
    static LocalDate left(List<StatusChange> journal, LocalDate today) {
        var byDay = new TreeMap<LocalDate, MemberStatus>();
        journal.forEach(change -> byDay.put(change.on(), change.status()));
        LocalDate left = null;
        for (var day : byDay.headMap(today, true).entrySet()) {
            boolean former = day.getValue() == MemberStatus.FORMER;
            left = !former ? null : left == null ? day.getKey() : left;
        }
        return left;
    }

    /**
     * The entries that bring a journal to what is wanted; none where it says so.
     *
     * @param wanted an unknown day says nothing
     */
    static List<StatusDraft> missing(
            List<StatusChange> journal, MemberStatus now, Membership wanted, String reason, LocalDate today) {
        var entries = new ArrayList<StatusDraft>();
        if (wanted.status() == null) {
            return entries;
        }
        if (now == null) {
            return of(wanted, reason, today);
        }
        var joined = joined(journal);
        if (wanted.joinedOn() != null && !wanted.joinedOn().equals(joined)) {
            joinOn(wanted, journal, entries);
        }
        var left = left(journal, today);
        boolean former = wanted.status() == MemberStatus.FORMER;
        if (now != wanted.status()) {
            var on = former ? wanted.leftOn() : null;
            entries.add(new StatusDraft(wanted.status(), upTo(today, on), reason));
        } else if (former && wanted.leftOn() != null && !wanted.leftOn().equals(left)) {
            daysOf(MemberStatus.FORMER, journal)
                    .filter(day -> left != null && !day.isBefore(left) && day.isBefore(wanted.leftOn()))
                    .forEach(day -> entries.add(new StatusDraft(MemberStatus.MEMBER, day, null)));
            entries.add(new StatusDraft(MemberStatus.FORMER, wanted.leftOn(), reason));
        }
        return entries;
    }

    private static void joinOn(Membership wanted, List<StatusChange> journal, List<StatusDraft> entries) {
        var as = wanted.status() == MemberStatus.CANDIDATE ? MemberStatus.CANDIDATE : MemberStatus.MEMBER;
        if (as == MemberStatus.MEMBER) {
            daysOf(MemberStatus.MEMBER, journal)
                    .filter(day -> day.isBefore(wanted.joinedOn()))
                    .forEach(day -> entries.add(new StatusDraft(MemberStatus.CANDIDATE, day, null)));
        }
        entries.add(new StatusDraft(as, wanted.joinedOn(), null));
    }

    private static Stream<LocalDate> daysOf(MemberStatus status, List<StatusChange> journal) {
        return journal.stream()
                .filter(change -> change.status() == status)
                .map(StatusChange::on)
                .distinct();
    }
}
