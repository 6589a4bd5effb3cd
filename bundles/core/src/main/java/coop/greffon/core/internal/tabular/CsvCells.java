package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;
import java.util.ArrayList;
import java.util.List;

/** The cells of one record, read line by line until its quotes are closed (RFC 4180, with any separator). */
final class CsvCells {
    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        QUOTE_IN_QUOTED,
        DONE,
        BROKEN
    }

    private final char separator;
    private final CellLimits limits;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private State state = State.CELL_START;
    private int count;
    private int tooLong;

    CsvCells(char separator, CellLimits limits) {
        this.separator = separator;
        this.limits = limits;
    }

    /** Reads one more physical line of this record. */
    void read(String line) {
        for (int i = 0; i < line.length() && state != State.DONE && state != State.BROKEN; i++) {
            read(line.charAt(i));
        }
    }

    private void read(char c) {
        switch (state) {
            case CELL_START -> {
                if (c == '"') {
                    state = State.QUOTED;
                } else {
                    state = State.PLAIN;
                    readUnquoted(c);
                }
            }
            case PLAIN -> readUnquoted(c);
            case QUOTED -> {
                if (c == '"') {
                    state = State.QUOTE_IN_QUOTED;
                } else {
                    append(c);
                }
            }
            case QUOTE_IN_QUOTED -> {
                if (c == '"') {
                    append(c);
                    state = State.QUOTED;
                } else if (c == separator || c == '\n' || c == '\r') {
                    readUnquoted(c);
                } else {
                    state = State.BROKEN;
                }
            }
            case DONE, BROKEN -> throw new IllegalStateException("read past the end of a record");
        }
    }

    private void readUnquoted(char c) {
        if (c == separator) {
            endCell();
            state = State.CELL_START;
        } else if (c == '\n' || c == '\r') {
            endCell();
            state = State.DONE;
        } else {
            append(c);
        }
    }

    private void append(char c) {
        if (cell.length() <= limits.characters()) {
            cell.append(c);
        }
    }

    private void endCell() {
        count++;
        if (cell.length() > limits.characters() && tooLong == 0) {
            tooLong = count;
        }
        if (count <= limits.columns()) {
            cells.add(cell.toString());
        }
        cell.setLength(0);
    }

    /** Ends the last cell where the text ended without a line break. */
    void end() {
        if (state != State.DONE) {
            endCell();
            state = State.DONE;
        }
    }

    boolean isInQuotes() {
        return state == State.QUOTED;
    }

    boolean isBroken() {
        return state == State.BROKEN;
    }

    /** The cell, from 1, being read. */
    int column() {
        return count + 1;
    }

    /** How many cells there are, also beyond those that are kept. */
    int count() {
        return count;
    }

    List<String> kept() {
        return cells;
    }

    /** What is wrong with a record whose quotes are in order, null where nothing is. */
    Text fault() {
        return tooLong == 0 ? null : RowFault.CELL_TOO_LONG.text(tooLong, limits.characters());
    }
}
