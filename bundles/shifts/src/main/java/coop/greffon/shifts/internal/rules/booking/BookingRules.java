package coop.greffon.shifts.internal.rules.booking;

import coop.greffon.shifts.internal.rules.BookingTerms;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.booking.Refusal.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a seat may be taken, given back or handed on. */
public final class BookingRules {
    private static final Set<StatusCode> LEFT = Set.of(StatusCode.FORMER, StatusCode.STRUCK_OFF, StatusCode.BLOCKED);

    private static final Set<Kind> NO_SEAT = Set.of(Kind.FULL, Kind.HELD, Kind.SKILL);

    private BookingRules() {}

    /**
     * Every reason why somebody cannot take a seat, the weightiest first; none where they can.
     *
     * @param origin what the seat would be for them
     */
    public static List<Refusal> taking(
            Wanted wanted, Applicant applicant, Origin origin, BookingTerms terms, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        shift(refusals, wanted, terms, now);
        refusals.addAll(working(wanted.day(), applicant.start(), applicant.standing(), applicant.leaveEnds()));
        seat(refusals, wanted, applicant, terms);
        limits(refusals, wanted, applicant, terms);
        if (origin == Origin.MAKE_UP && terms.isMakeUpForDebt() && !applicant.owes()) {
            refusals.add(Refusal.of(Kind.NOTHING_TO_MAKE_UP));
        }
        boolean isSoon = terms.extraWithin() == null
                || !now.isBefore(wanted.span().starts().minus(terms.extraWithin()));
        if (!isSoon && applicant.dueLeft() != null && applicant.dueLeft() < wanted.value()) {
            refusals.add(Refusal.of(Kind.BEYOND_DUE, terms.extraWithin().toDays()));
        }
        return refusals;
    }

    /**
     * What is said to two who would like to come where there is a seat for the one of them.
     *
     * @param refusals why the second one cannot take a seat
     */
    public static List<Refusal> ofTheSecond(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> NO_SEAT.contains(refusal.kind()) ? Refusal.of(Kind.ONE_LEFT) : refusal)
                .toList();
    }

    private static void shift(List<Refusal> refusals, Wanted wanted, BookingTerms terms, Instant now) {
        Instant starts = wanted.span().starts();
        if (wanted.isCancelled()) {
            refusals.add(Refusal.of(Kind.CANCELLED));
        } else if (!now.isBefore(starts)) {
            refusals.add(Refusal.of(Kind.STARTED));
        } else if (now.isAfter(starts.minus(terms.bookUntil()))) {
            refusals.add(Refusal.of(Kind.TOO_LATE, terms.bookUntil()));
        }
    }

    /**
     * Why somebody does not work on a day at all, whatever the seat; none where they may.
     *
     * @param start the day from which they work
     * @param leaveEnds the last day of a leave they are on, null for none or one without an end
     */
    public static List<Refusal> working(LocalDate day, LocalDate start, StatusCode standing, LocalDate leaveEnds) {
        List<Refusal> refusals = new ArrayList<>();
        if (LEFT.contains(standing)) {
            refusals.add(Refusal.of(Kind.LEFT));
        } else if (standing == StatusCode.ON_LEAVE) {
            refusals.add(leaveEnds == null ? Refusal.of(Kind.ON_LEAVE) : Refusal.of(Kind.ON_LEAVE, leaveEnds));
        }
        if (day.isBefore(start)) {
            refusals.add(Refusal.of(Kind.BEFORE_START, start));
        }
        return refusals;
    }

    private static void seat(List<Refusal> refusals, Wanted wanted, Applicant applicant, BookingTerms terms) {
        if (applicant.seats().stream().anyMatch(Applicant.Taken::isWanted)) {
            refusals.add(Refusal.of(Kind.ALREADY_THERE));
        } else if (wanted.free() == 0) {
            refusals.add(
                    wanted.heldUntil() == null ? Refusal.of(Kind.FULL) : Refusal.of(Kind.HELD, wanted.heldUntil()));
        } else if (wanted.freeForThem() == 0) {
            refusals.add(Refusal.of(Kind.SKILL));
        }
        if (terms.isBeginnerAccompanied() && applicant.isBeginner() && !wanted.hasOthers()) {
            refusals.add(Refusal.of(Kind.BEGINNER_ALONE));
        }
    }

    private static void limits(List<Refusal> refusals, Wanted wanted, Applicant applicant, BookingTerms terms) {
        List<Applicant.Taken> others =
                applicant.seats().stream().filter(taken -> !taken.isWanted()).toList();
        others.stream()
                .filter(taken -> taken.span().common(wanted.span()).compareTo(terms.overlap()) > 0)
                .findFirst()
                .ifPresent(taken -> refusals.add(Refusal.of(Kind.OVERLAP, taken.day())));
        long sameDay = others.stream()
                .filter(taken -> taken.day().equals(wanted.day()))
                .count();
        if (terms.mostPerDay() != null && sameDay >= terms.mostPerDay()) {
            refusals.add(Refusal.of(Kind.DAY_LIMIT, terms.mostPerDay()));
        }
        if (terms.mostPerWindow() != null
                && fullest(others, wanted.day(), terms.windowDays()) >= terms.mostPerWindow()) {
            refusals.add(Refusal.of(Kind.WINDOW_LIMIT, terms.mostPerWindow(), terms.windowDays()));
        }
    }

    /** How many lie within the fullest of the windows that a day belongs to. */
    private static long fullest(List<Applicant.Taken> taken, LocalDate day, int windowDays) {
        long most = 0;
        for (LocalDate first = day.minusDays(windowDays - 1L); !first.isAfter(day); first = first.plusDays(1)) {
            LocalDate from = first;
            LocalDate to = first.plusDays(windowDays - 1L);
            long within = taken.stream()
                    .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to))
                    .count();
            most = Math.max(most, within);
        }
        return most;
    }

    /** Why somebody cannot give a seat back of their own accord; none where they can. */
    public static List<Refusal> givingBack(Instant starts, Origin origin, BookingTerms terms, Instant now) {
        if (!now.isBefore(starts)) {
            return List.of(Refusal.of(Kind.STARTED));
        }
        if (origin == Origin.FIXED_PLACE && !terms.givesFixedBack()) {
            return List.of(Refusal.of(Kind.FIXED_PLACE));
        }
        return inTime(starts, terms.cancelUntil(), now);
    }

    /** Why somebody cannot hand a seat on, to another person or for another shift; none where they can. */
    public static List<Refusal> handingOn(Instant starts, BookingTerms terms, Instant now) {
        return now.isBefore(starts) ? inTime(starts, terms.exchangeUntil(), now) : List.of(Refusal.of(Kind.STARTED));
    }

    /** Why somebody cannot say any more that they do not come; none where they can. */
    public static List<Refusal> announcing(Instant starts, Instant now) {
        return now.isBefore(starts) ? List.of() : List.of(Refusal.of(Kind.STARTED));
    }

    /** Up to so long before the start; never where nothing is said. */
    private static List<Refusal> inTime(Instant starts, Duration before, Instant now) {
        if (before == null) {
            return List.of(Refusal.of(Kind.ONLY_STAFF));
        }
        return now.isAfter(starts.minus(before)) ? List.of(Refusal.of(Kind.TOO_LATE, before)) : List.of();
    }
}
