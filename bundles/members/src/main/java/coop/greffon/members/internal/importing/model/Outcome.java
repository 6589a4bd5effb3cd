package coop.greffon.members.internal.importing.model;

/** What an import will do with one record of the file. */
public enum Outcome {
    CREATE,
    UPDATE,
    UNCHANGED,
    /** Left out on purpose, such as the accounts of the program that wrote the file. */
    IGNORED,
    /** Refused; nothing of it is imported. */
    ERROR
}
