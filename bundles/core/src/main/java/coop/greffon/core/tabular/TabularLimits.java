package coop.greffon.core.tabular;

/**
 * How much of a file is read at most. All are checked before the memory or the time is spent.
 *
 * @param fileBytes the largest file, in bytes
 * @param columns the most columns
 * @param rows the most rows after the header
 * @param cellCharacters the longest text of a cell, in characters; a longer one is a fault of its row
 * @param inflatedBytes the most that the parts of a zipped workbook may take once unfolded, in bytes
 */
public record TabularLimits(long fileBytes, int columns, int rows, int cellCharacters, long inflatedBytes) {
    private static final TabularLimits STANDARD = new TabularLimits(20L << 20, 200, 100_000, 100_000, 500L << 20);

    public TabularLimits {
        if (fileBytes < 1 || columns < 1 || rows < 1 || cellCharacters < 1 || inflatedBytes < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }

    /** 20 MB, 200 columns, 100,000 rows: ten times what the largest co-op needs. */
    public static TabularLimits standard() {
        return STANDARD;
    }
}
