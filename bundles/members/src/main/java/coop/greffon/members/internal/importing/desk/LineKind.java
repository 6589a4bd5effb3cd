package coop.greffon.members.internal.importing.desk;

/** What lines of a report may be looked for; a line may be of several kinds. */
public enum LineKind {
    /** Refused as a whole. */
    ERROR("outcome = 'ERROR'"),
    /** Imported without a value that is refused. */
    PARTLY("severity = 2 and outcome <> 'ERROR'"),
    /** Imported, but somebody should look. */
    WARNING("severity = 1 and outcome <> 'IGNORED'"),
    /** A person or organisation that comes to be. */
    CREATE("outcome = 'CREATE' and not further_address"),
    /** A further address that comes to be, on the record of somebody. */
    ADDRESS("outcome = 'CREATE' and further_address"),
    UPDATE("outcome = 'UPDATE'"),
    UNCHANGED("outcome = 'UNCHANGED'"),
    IGNORED("outcome = 'IGNORED'");

    private final String condition;

    LineKind(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
