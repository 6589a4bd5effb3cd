package coop.greffon.core.privacy;

import coop.greffon.core.message.Messages;
import coop.greffon.core.privacy.PersonalDocument.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the values of a {@link PersonalDocument} into the words of the person who reads them. */
public final class PersonalWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Messages messages;
    private final Locale language;
    private final ZoneId zone;

    /**
     * @param messages where the words are found
     * @param language the reader's
     * @param zone the co-op's, in which instants are told
     */
    public PersonalWords(Messages messages, Locale language, ZoneId zone) {
        this.messages = messages;
        this.language = language;
        this.zone = zone;
    }

    /** A value as a page tells it, days and hours as people of the language write them; null for null. */
    public String shown(Object value) {
        if (value instanceof LocalDate day) {
            return Messages.date(language, day);
        } else if (value instanceof Instant instant) {
            LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
            return messages.text(
                    language, "core.moment", Messages.date(language, local.toLocalDate()), HOUR.format(local));
        }
        return worded(value, this::shown);
    }

    /** A value as a cell of a spreadsheet holds it, days and hours such that they sort; null for null. */
    public String written(Object value) {
        return value instanceof Instant instant
                ? SORTABLE.format(LocalDateTime.ofInstant(instant, zone))
                : worded(value, this::written);
    }

    private String worded(Object value, Function<Object, String> each) {
        if (value instanceof Word word) {
            return messages.has(word.text().key()) ? messages.text(language, word.text()) : word.code();
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(each).collect(Collectors.joining(", "));
        }
        return value == null ? null : value.toString();
    }
}
