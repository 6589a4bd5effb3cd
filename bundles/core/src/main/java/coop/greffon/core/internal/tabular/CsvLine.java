package coop.greffon.core.internal.tabular;

/**
 * A physical line.
 *
 * @param number from 1
 * @param text with its line break
 * @param cut whether it was too long to be kept whole
 * @param openedOn the line whose open quote swallowed this one at first, 0 where none did
 */
record CsvLine(long number, String text, boolean cut, long openedOn) {
    CsvLine reopened(long line) {
        return new CsvLine(number, text, cut, line);
    }
}
