package coop.greffon.core.internal.module;

import java.util.List;

/** Says in one line why something failed. */
public final class Reasons {
    private static final String CAUSED_BY = "Caused by: ";

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

    /** The same from a printed stack trace, which is what the component runtime keeps. */
    static String ofTrace(String trace) {
        List<String> lines = trace.lines().map(String::strip).toList();
        String innermost = lines.stream()
                .filter(line -> line.startsWith(CAUSED_BY))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(CAUSED_BY.length()))
                .orElse(lines.isEmpty() ? trace : lines.get(0));
        int end = innermost.indexOf(": ");
        String type = end < 0 ? innermost : innermost.substring(0, end);
        return end < 0 ? type.substring(type.lastIndexOf('.') + 1) : innermost.substring(end + 2);
    }
}
