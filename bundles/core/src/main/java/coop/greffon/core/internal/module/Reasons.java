package coop.greffon.core.internal.module;

/** Says in one line why something failed. */
public final class Reasons {
    private Reasons() {}

    /** The first line of the innermost cause. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse(message);
    }
}
