package coop.greffon.core.internal.tabular;

import java.util.List;

/**
 * What goes around the rows of a workbook.
 *
 * @param title the name of the sheet
 * @param columns the titles of its columns
 * @param criteriaTitle the name of the second sheet
 * @param criteria rows of a label and a value on the second sheet; none, and there is no second sheet
 */
public record Sheet(String title, List<String> columns, String criteriaTitle, List<List<Object>> criteria) {
    private static final int LONGEST_TITLE = 31;

    /** Titles as every program takes them: at most 31 characters, none of {@code []:*?/\}, and not twice the same. */
    public Sheet {
        title = legal(title);
        criteriaTitle = legal(criteriaTitle);
        if (criteriaTitle.equalsIgnoreCase(title)) {
            criteriaTitle = cut(title, LONGEST_TITLE - 2) + " 2";
        }
    }

    private static String legal(String title) {
        StringBuilder legal = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            boolean forbidden = "[]:*?/\\'".indexOf(c) >= 0 || c < ' ' || !XmlCharacters.isLegal(title, i);
            legal.append(forbidden ? ' ' : c);
        }
        String stripped = cut(legal.toString().strip(), LONGEST_TITLE);
        return stripped.isEmpty() ? "-" : stripped;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }
}
