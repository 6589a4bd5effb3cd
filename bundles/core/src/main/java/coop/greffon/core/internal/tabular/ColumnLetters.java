package coop.greffon.core.internal.tabular;

/** Columns as spreadsheets name them: A, B ... Z, AA. */
final class ColumnLetters {
    private static final int LETTERS = 26;

    private ColumnLetters() {}

    /** The letters of a column, from 0. */
    static String of(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
            letters.insert(0, (char) ('A' + rest % LETTERS));
        }
        return letters.toString();
    }
}
