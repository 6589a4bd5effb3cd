package coop.greffon.members.internal.importing.model;

/** How far a problem reaches. */
public enum Severity {
    /** The line is refused. */
    LINE_ERROR,
    /** The value is refused; the rest of the line is imported. */
    VALUE_ERROR,
    /** Imported, but somebody should look. */
    WARNING
}
