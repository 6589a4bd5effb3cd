package coop.greffon.members.internal.importing.desk;

/** How far somebody has come with a file. */
public enum UploadState {
    /** The columns are being chosen. */
    CHOOSING,
    /** Each line is being looked at, or will be. */
    CHECKING,
    /** The report is there. */
    CHECKED,
    /** The lines are being imported, or will be. */
    APPLYING,
    /** They are. */
    APPLIED,
    /** It could not be done; the message says why, and nothing was changed. */
    FAILED,
    /** The file held tags, which are known from now on. */
    TAGS;

    /** Whether somebody has to wait. */
    public boolean isBusy() {
        return this == CHECKING || this == APPLYING;
    }
}
