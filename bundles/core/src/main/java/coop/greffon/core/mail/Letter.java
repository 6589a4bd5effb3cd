package coop.greffon.core.mail;

import coop.greffon.core.message.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A letter in message keys; it is put in its recipient's language when it is written.
 *
 * @param to to whom
 * @param title the subject line
 * @param parts what it says, in order, at least one part
 * @param unsubscribe the address that ends letters of this kind, as {@link Link#address()} is written; null for letters that one cannot
 *     refuse
 */
public record Letter(Recipient to, Text title, List<Part> parts, String unsubscribe) {
    /** Stands for the co-op's name in the arguments of what a letter says. */
    public static final String COOP = "{{coop}}";

    /** A part of a letter. */
    public sealed interface Part permits Paragraph, Link {}

    /** A paragraph. */
    public record Paragraph(Text text) implements Part {}

    /**
     * A link on a line of its own.
     *
     * @param label what opening it does
     * @param address beginning with {@code https://} or {@code http://}, or with a slash for a page of this instance
     */
    public record Link(Text label, String address) implements Part {
        public Link {
            requireAddress(address);
        }
    }

    public Letter {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(title, "title");
        parts = List.copyOf(parts);
        if (unsubscribe != null) {
            requireAddress(unsubscribe);
        }
    }

    /** A letter that says nothing yet. */
    public static Letter to(Recipient recipient, Text title) {
        return new Letter(recipient, title, List.of(), null);
    }

    /** The same letter with one more paragraph. */
    public Letter paragraph(Text text) {
        return with(new Paragraph(text));
    }

    /** The same letter with one more link. */
    public Letter link(Text label, String address) {
        return with(new Link(label, address));
    }

    /** The same letter with an address that ends letters of its kind. */
    public Letter unsubscribe(String address) {
        return new Letter(to, title, parts, address);
    }

    private Letter with(Part part) {
        return new Letter(
                to, title, Stream.concat(parts.stream(), Stream.of(part)).toList(), unsubscribe);
    }

    private static void requireAddress(String address) {
        if (!address.matches("(https?:/)?/[^\\s<>\"]*")) {
            throw new IllegalArgumentException("Not an address that a letter may hold: " + address);
        }
    }
}
