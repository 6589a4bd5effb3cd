package coop.greffon.core.internal.tabular;

/** Which characters an XML document may hold. */
final class XmlCharacters {
    private XmlCharacters() {}

    /** Whether the character at the place may be written; half of a pair may only beside its other half. */
    static boolean isLegal(String text, int place) {
        char c = text.charAt(place);
        if (Character.isHighSurrogate(c)) {
            return place + 1 < text.length() && Character.isLowSurrogate(text.charAt(place + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return place > 0 && Character.isHighSurrogate(text.charAt(place - 1));
        }
        return (c >= ' ' && c < '\uFFFE') || c == '\t' || c == '\n' || c == '\r';
    }
}
