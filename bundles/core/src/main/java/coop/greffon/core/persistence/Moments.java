package coop.greffon.core.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as columns of type {@code timestamp with time zone} hold them: in UTC, to the microsecond. */
public final class Moments {
    private Moments() {}

    /**
     * What an entity's field holds.
     *
     * @param instant null for an empty column
     */
    public static OffsetDateTime stored(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /**
     * The instant of an entity's field.
     *
     * @param stored null for an empty column
     */
    public static Instant instant(OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
