package coop.greffon.members.internal.importing.cells;

import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Reads the dates of a line and reports those that cannot be. */
final class DateReader {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final Line line;
    private final ImportChoices choices;

    DateReader(Line line, ImportChoices choices) {
        this.line = line;
        this.choices = choices;
    }

    /** The day, no later than the day of the import; null if the cell has none. */
    LocalDate past(Field field) {
        return moment(field)
                .map(found -> inRange(found.toLocalDate(), field, choices.today()))
                .orElse(null);
    }

    /** The day in the co-op's calendar of a moment told in the zone of the file; null if the cell has none. */
    LocalDate ofMoment(Field field) {
        var moment = moment(field).map(told -> told.atZone(choices.fileZone()).withZoneSameInstant(choices.coopZone()));
        return moment.map(told ->
                        inRange(told.toLocalDate(), field, choices.today().plusDays(1)))
                .orElse(null);
    }

    private Optional<LocalDateTime> moment(Field field) {
        var text = line.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var moment = Dates.read(line.cell(field));
        if (moment.isEmpty()) {
            line.report(Problem.of(field, Reason.DATE_BAD, text));
        }
        return moment;
    }

    private LocalDate inRange(LocalDate day, Field field, LocalDate latest) {
        if (day.isBefore(EARLIEST) || day.isAfter(latest)) {
            line.report(Problem.of(field, Reason.DATE_OUT_OF_RANGE, line.text(field)));
            return null;
        }
        return day;
    }
}
