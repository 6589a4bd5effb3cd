package coop.greffon.shifts.internal.rules;

import java.time.Duration;

/**
 * How shifts are taken and given back.
 *
 * @param mostPerDay how many somebody may have on a day; null for no limit
 * @param mostPerWindow how many within so many days, whichever day those begin; null for no limit
 * @param windowDays how many days those are
 * @param bookUntil how long before the start a seat may still be taken
 * @param cancelUntil how long before the start one may give a seat back of one's own accord; null where only staff may
 * @param exchangeUntil how long before the start one may still hand a seat on; null where only staff may
 * @param overlap for how long two shifts of somebody may take place at once
 * @param isMakeUpForDebt whether a make-up is only for who owes one
 * @param extraWithin how long before the start one may take more than is due; null where that may be at any time
 * @param isBeginnerAccompanied whether somebody on a first shift must not be the only one
 * @param givesFixedBack whether a fixed place may be given back for a day, rather than be swapped or missed
 */
public record BookingTerms(
        Integer mostPerDay,
        Integer mostPerWindow,
        int windowDays,
        Duration bookUntil,
        Duration cancelUntil,
        Duration exchangeUntil,
        Duration overlap,
        boolean isMakeUpForDebt,
        Duration extraWithin,
        boolean isBeginnerAccompanied,
        boolean givesFixedBack) {
    /** Two a day; given back or handed on so many hours before the start. */
    static BookingTerms until(int cancelHours, int exchangeHours) {
        return of(2, null, Duration.ofHours(cancelHours), Duration.ofHours(exchangeHours), false);
    }

    /** Two a day and at most so many within four weeks; given back or handed on so many hours before the start. */
    static BookingTerms most(int perWindow, int hours) {
        return of(2, perWindow, Duration.ofHours(hours), Duration.ofHours(hours), false);
    }

    /** The same, with make-ups only for who owes one. */
    static BookingTerms forDebts(int perWindow, int hours) {
        return of(2, perWindow, Duration.ofHours(hours), Duration.ofHours(hours), true);
    }

    private static BookingTerms of(
            Integer perDay, Integer perWindow, Duration cancelUntil, Duration exchangeUntil, boolean isMakeUpForDebt) {
        return new BookingTerms(
                perDay,
                perWindow,
                28,
                Duration.ZERO,
                cancelUntil,
                exchangeUntil,
                Duration.ZERO,
                isMakeUpForDebt,
                null,
                false,
                false);
    }

    /** As much as is due, given back up to the start; more only within three days; nobody on a first shift alone. */
    static BookingTerms whatIsDue(int overlapMinutes, int extraDays) {
        return new BookingTerms(
                null,
                null,
                28,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofMinutes(overlapMinutes),
                false,
                Duration.ofDays(extraDays),
                true,
                false);
    }
}
