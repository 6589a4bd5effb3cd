package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody was absent from their own shifts one after the other, and made nothing up between. */
final class AbsencesInARow {
    private AbsencesInARow() {}

    /** The longest row up to a day: who was absent too often stays so, whatever comes after. */
    static int until(Journal journal, LocalDate day) {
        // Of a shift whose outcome was corrected, the last outcome counts.
        Map<String, Entry> shifts = new LinkedHashMap<>();
        journal.entries().stream()
                .filter(entry -> entry.cause() == Cause.BOOKING && entry.counter() == Counter.MAIN)
                .filter(entry -> !entry.effectiveOn().isAfter(day))
                .forEach(entry -> shifts.put(Postings.shift(entry), entry));
        int row = 0;
        int longest = 0;
        for (Entry shift : shifts.values()) {
            switch (shift.rule()) {
                case ABSENT, ABSENT_TWICE -> {
                    boolean wasUpToDate =
                            journal.balance(Counter.MAIN, shift.effectiveOn().minusDays(1)) >= 0;
                    row = wasUpToDate ? 1 : row + 1;
                }
                default -> row = 0;
            }
            longest = Math.max(longest, row);
        }
        return longest;
    }
}
