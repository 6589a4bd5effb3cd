package coop.greffon.core.mail;

import java.util.Locale;
import java.util.Objects;

/**
 * To whom a letter goes.
 *
 * @param subject the person, as accounts know it; null where the address is nobody's in particular
 * @param name the name beside the address, empty for none
 * @param address the mail address, at most 254 characters
 * @param language the language of the letter
 */
public record Recipient(String subject, String name, String address, Locale language) {
    public Recipient {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(language, "language");
    }
}
