package coop.greffon.core.internal.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as spreadsheets count them: days since an epoch, the time being the fraction of a day. */
final class Serials {
    private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** The epoch of serials from 61 on: the 1900 system counts a 29 February 1900, serial 60, that never was. */
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

    private static final int NEVER_WAS = 60;

    private Serials() {}

    /** A LocalDate, a LocalDateTime, a text for a time alone, or the number itself where it is no date. */
    static Object read(BigDecimal serial, DateStyle style, boolean from1904) {
        if (style == DateStyle.NONE || serial.signum() < 0 || serial.compareTo(LAST) >= 0) {
            return serial;
        }
        if (style == DateStyle.ELAPSED || (style == DateStyle.CLOCK && serial.compareTo(BigDecimal.ONE) < 0)) {
            return clock(Duration.ofMillis(millis(serial)));
        }
        long millis = millis(serial);
        long days = Math.floorDiv(millis, DAY_MILLIS.longValueExact());
        LocalDate date = date(days, from1904);
        if (date == null) {
            return serial;
        }
        long rest = Math.floorMod(millis, DAY_MILLIS.longValueExact());
        return style == DateStyle.DAY && rest == 0 ? date : date.atStartOfDay().plus(rest, ChronoUnit.MILLIS);
    }

    private static long millis(BigDecimal days) {
        return days.multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static LocalDate date(long days, boolean from1904) {
        if (from1904) {
            return EPOCH_1904.plusDays(days);
        }
        if (days == 0 || days == NEVER_WAS) {
            return null;
        }
        return EPOCH_1900.plusDays(days < NEVER_WAS ? days + 1 : days);
    }

    /** Hours, minutes and seconds, such as 36:05:00. */
    static String clock(Duration time) {
        long seconds = time.plusMillis(500).toSeconds();
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** The serial of a day in the 1900 system, null for a day before it. */
    static BigDecimal of(LocalDate day) {
        long days = ChronoUnit.DAYS.between(EPOCH_1900, day);
        long serial = days > NEVER_WAS ? days : days - 1;
        return serial < 1 ? null : BigDecimal.valueOf(serial);
    }

    /** The serial of a moment in the 1900 system, to the millisecond, null for a day before it. */
    static BigDecimal of(LocalDateTime moment) {
        BigDecimal days = of(moment.toLocalDate());
        long millis = ChronoUnit.MILLIS.between(LocalTime.MIDNIGHT, moment.toLocalTime());
        return days == null ? null : days.add(BigDecimal.valueOf(millis).divide(DAY_MILLIS, 11, RoundingMode.HALF_UP));
    }
}
