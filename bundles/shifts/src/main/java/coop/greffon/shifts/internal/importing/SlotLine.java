package coop.greffon.shifts.internal.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A slot as a line brings it along; null for what the line does not say.
 *
 * @param value what a shift counts, as people write it
 */
public record SlotLine(
        SlotKey key,
        LocalTime ends,
        Integer seats,
        Integer minimum,
        Integer leaders,
        BigDecimal value,
        LocalDate from,
        LocalDate to) {}
