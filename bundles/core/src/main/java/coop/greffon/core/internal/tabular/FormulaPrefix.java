package coop.greffon.core.internal.tabular;

/**
 * The apostrophe that keeps a spreadsheet from running a CSV cell as a formula. A text that already looks guarded gets one more, so
 * that taking one away always gives back what was written.
 */
final class FormulaPrefix {
    private static final String DANGEROUS = "=+-@\t\r\n";

    private FormulaPrefix() {}

    static String add(String text) {
        return isDangerous(text) ? "'" + text : text;
    }

    static String remove(String text) {
        return text.startsWith("'") && isDangerous(text) ? text.substring(1) : text;
    }

    private static boolean isDangerous(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start < text.length() && DANGEROUS.indexOf(text.charAt(start)) >= 0;
    }
}
