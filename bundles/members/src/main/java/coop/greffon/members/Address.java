package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * A postal address.
 *
 * @param kind what it is for
 * @param recipient whom or what it names, such as "Entrepôt"; null for the member's own name
 * @param street the street and the number
 * @param street2 what else stands above the town
 * @param postcode the postcode as text, with its leading zero
 * @param city the town
 * @param country two capital letters of ISO 3166-1, null for unknown
 * @param remark how to find it, whom to call there; null for nothing
 * @param reference what another program calls it, null where none does; a repeated import finds the address by it
 */
public record Address(
        @NotNull Kind kind,
        @Size(max = 200) String recipient,
        @Size(max = 200) String street,
        @Size(max = 200) String street2,
        @Size(max = 20) String postcode,
        @Size(max = 100) String city,

        @Pattern(regexp = Shapes.COUNTRY, message = "members.shape.country") @CountryCode
        String country,

        @Size(max = 1000) String remark,
        @Size(max = 250) String reference) {
    /** What an address is for. */
    public enum Kind {
        /** Where the person lives or the organisation has its seat. */
        MAIN,
        DELIVERY,
        INVOICE,
        OTHER
    }

    public Address {
        kind = kind == null ? Kind.MAIN : kind;
        recipient = trimmed(recipient);
        street = trimmed(street);
        street2 = trimmed(street2);
        postcode = trimmed(postcode);
        city = trimmed(city);
        country = trimmed(country);
        remark = trimmed(remark);
        reference = trimmed(reference);
    }

    /** The place somebody lives at. */
    public static Address main(String street, String postcode, String city, String country) {
        return new Address(Kind.MAIN, null, street, null, postcode, city, country, null, null);
    }

    /** The address on one line, with the code of its country; never null. */
    public String line() {
        return line(country);
    }

    /** The address on one line for people, with the name of its country in their language; never null. */
    public String line(Locale language) {
        return line(country == null ? null : new Locale("", country).getDisplayCountry(language));
    }

    private String line(String where) {
        String town = Stream.of(postcode, city).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(recipient, street, street2, town, where)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
