package coop.greffon.members.internal.importing.model;

/**
 * A postal address; absent parts are empty.
 *
 * @param zip kept as text, with its leading zero or country letter
 * @param country two-letter code of ISO 3166, or empty
 */
public record PostalAddress(String street, String street2, String zip, String city, String country) {
    public static final PostalAddress NONE = new PostalAddress("", "", "", "", "");

    public boolean isEmpty() {
        return equals(NONE);
    }
}
