package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;
import java.util.List;

/**
 * One row as found.
 *
 * @param line the line it starts on, or its row in the sheet, from 1
 * @param values String, BigDecimal, Boolean, LocalDate, LocalDateTime, {@link FormulaValue}, or null for an empty cell
 * @param fault what is wrong with it, null where nothing is
 */
public record RawRow(long line, List<Object> values, Text fault) {}
