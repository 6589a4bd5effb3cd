package coop.greffon.core.module;

/** In which state the host holds a module. */
public enum ModuleState {
    /** Known to the catalogue, not installed. */
    AVAILABLE,
    /** Installed and on its way up, down or to another version: requests to it wait. */
    IN_TRANSITION,
    /** Up. */
    RUNNING,
    /** Installed and not up; the reason says why. */
    BROKEN
}
