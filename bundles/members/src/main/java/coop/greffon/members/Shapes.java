package coop.greffon.members;

/** What the records of this package share about the shape of their texts. */
final class Shapes {
    /** Something, an at sign, a domain with a dot; letters of any alphabet, since people have them. */
    static final String MAIL = "[^\\s@,;<>\"]+@[^\\s@,;<>\".]+(\\.[^\\s@,;<>\".]+)+";

    static final String PHONE = "(\\D*\\d){5,30}\\D*";
    static final String COUNTRY = "[A-Z]{2}";
    static final String LANGUAGE = "[a-z]{2,3}(-[A-Z]{2})?";
    static final String SINGLE_LINE = "[^\\p{Cc}\\p{Zl}\\p{Zp}]*";
    static final String VAT = "[A-Z]{2}[A-Z0-9+*]{2,13}";

    private Shapes() {}

    /** The text without what surrounds it; null for one of blanks alone, since an empty text says nothing. */
    static String trimmed(String text) {
        if (text == null) {
            return null;
        }
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
