package coop.greffon.core.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.persistence.AttributeConverter;
import javax.persistence.Converter;

/**
 * Stores an instant as a timestamp with time zone, to the microsecond; each persistence unit lists this class.
 *
 * <p>The database's side is an {@code Object} because H2 answers with an {@link OffsetDateTime} and PostgreSQL with a {@link Timestamp}.
 */
@Converter(autoApply = true)
public final class InstantConverter implements AttributeConverter<Instant, Object> {
    @Override
    public Object convertToDatabaseColumn(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    @Override
    public Instant convertToEntityAttribute(Object stored) {
        if (stored instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        return stored == null ? null : ((Timestamp) stored).toInstant();
    }
}
