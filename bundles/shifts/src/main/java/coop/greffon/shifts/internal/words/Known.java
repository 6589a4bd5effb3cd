package coop.greffon.shifts.internal.words;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.Visit;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.time.LocalDate;

/** Until when what was recorded counts: an instant, or the end of a day where the co-op is. */
public final class Known {
    private Known() {}

    /**
     * What was asked for.
     *
     * @param text null or blank for everything
     * @return null for everything
     * @throws InvalidInput where it is neither an instant nor a day
     */
    public static Instant at(Visit visit, String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.indexOf('T') < 0) {
            LocalDate day = Sent.day("known", text);
            return day.plusDays(1).atStartOfDay(visit.zone()).toInstant().minusNanos(1);
        }
        return Sent.instant("known", text);
    }
}
