package coop.greffon.members;

/** Codes on cards, however a scanner or a hand wrote them. */
public final class CardCodes {
    private static final int EAN_13 = 13;

    private CardCodes() {}

    /**
     * The code as it is stored: without spaces, and where it is 12 to 14 digits as the 13 digits of an EAN-13.
     *
     * <p>A scanner that shows an EAN-13 as UPC-A drops its leading zero, one that shows a GTIN-14 adds one.
     *
     * @param typed what was typed or scanned, never null
     */
    public static String normalise(String typed) {
        String code = typed.replaceAll("\\s+", "");
        if (!code.matches("\\d+")) {
            return code;
        }
        if (code.length() == EAN_13 - 1) {
            return "0" + code;
        }
        return code.length() == EAN_13 + 1 && code.startsWith("0") ? code.substring(1) : code;
    }

    /** Whether a code is 13 digits of which the last does not fit the others. */
    public static boolean hasWrongCheckDigit(String code) {
        return code.matches("\\d{13}") && code.charAt(EAN_13 - 1) - '0' != checkDigit(code);
    }

    private static int checkDigit(String code) {
        int sum = 0;
        for (int place = 0; place < EAN_13 - 1; place++) {
            sum += (code.charAt(place) - '0') * (place % 2 == 0 ? 1 : 3);
        }
        return (10 - sum % 10) % 10;
    }
}
