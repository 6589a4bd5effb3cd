package coop.greffon.core.privacy;

import coop.greffon.core.message.Text;
import java.time.LocalDate;

/**
 * What erasing does with one kind of data.
 *
 * @param what which data
 * @param records how many records
 * @param keptBecause why they stay, null where they go
 * @param keptUntil until when they stay, null where they go or stay for good
 */
public record Erasure(Text what, long records, Text keptBecause, LocalDate keptUntil) {
    /** Data that goes. */
    public static Erasure gone(Text what, long records) {
        return new Erasure(what, records, null, null);
    }

    /** Data that stays. */
    public static Erasure kept(Text what, long records, Text because, LocalDate until) {
        return new Erasure(what, records, because, until);
    }
}
