package coop.greffon.core.console;

/** A command that did not do what it was asked; the console prints the message and answers a status other than 0. */
public final class CommandRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what the console prints. */
    public CommandRefused(String message) {
        super(message);
    }
}
