package coop.greffon.members.internal.importing.input;

import coop.greffon.core.message.Text;
import java.util.Objects;

/**
 * Why a row cannot be trusted: its cells may stand in the wrong columns or be cut. The other rows are read all the same.
 *
 * @param line the line of the file, or the row of the sheet, from 1
 * @param message what is wrong, never null
 */
public record RowProblem(long line, Text message) {
    public RowProblem {
        Objects.requireNonNull(message, "message");
    }
}
