package coop.greffon.core.internal.backup;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sends the rows of a statement some at a time. */
final class Batch {
    private static final int ROWS_AT_ONCE = 500;

    private final PreparedStatement statement;
    private int waiting;

    Batch(PreparedStatement statement) {
        this.statement = statement;
    }

    /** The statement's parameters are those of one more row. */
    void add() throws SQLException {
        statement.addBatch();
        waiting++;
        if (waiting == ROWS_AT_ONCE) {
            finish();
        }
    }

    void finish() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }
}
