package coop.greffon.core.internal.tabular;

/**
 * A computed cell.
 *
 * @param expression the formula without its equals sign, empty where the file keeps it with another cell
 * @param cached the result the program stored, empty where it stored none
 */
public record FormulaValue(String expression, String cached) {
    /** The cell of a formula. LibreOffice saves a yes or no that came from Excel as a formula of no argument: that one is no formula. */
    static Object of(String expression, String cached) {
        return switch (expression) {
            case "TRUE()" -> true;
            case "FALSE()" -> false;
            default -> new FormulaValue(expression, cached);
        };
    }
}
