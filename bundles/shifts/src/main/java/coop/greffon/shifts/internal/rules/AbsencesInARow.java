package coop.greffon.shifts.internal.rules;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often somebody was absent from their own shifts one after the other, and made nothing up between. */
final class AbsencesInARow {
    private AbsencesInARow() {}

    /**
     * The longest row up to a day: who was absent too often stays so until taken back, whatever comes after.
     *
     * @param since what was before this day no longer counts
     */
    static int of(Journal journal, LocalDate since, LocalDate day) {
        // Of a shift whose outcome was corrected, the last outcome counts.
        Map<String, Entry> shifts = new LinkedHashMap<>();
        journal.entries().stream()
                .filter(entry -> entry.told() != null && entry.counter() == Counter.MAIN)
                .filter(entry -> !entry.effectiveOn().isAfter(day)
                        && !entry.effectiveOn().isBefore(since))
                .forEach(entry -> shifts.put(Postings.shift(entry), entry));
        int row = 0;
        int longest = 0;
        for (Entry shift : shifts.values()) {
            boolean wasUpToDate =
                    journal.balance(Counter.MAIN, shift.effectiveOn().minusDays(1)) >= 0;
            row = switch (shift.rule()) {
                case ABSENT, ABSENT_TWICE -> wasUpToDate ? 1 : row + 1;
                // Neither a shift of one's own nor anything made up.
                case MAKE_UP_MISSED, NOT_HELD, TAKEN_BACK -> row;
                default -> 0;
            };
            longest = Math.max(longest, row);
        }
        return longest;
    }
}
