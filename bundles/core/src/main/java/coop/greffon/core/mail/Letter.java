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
 * @param attachments the files that go with it, at most {@link #MOST_ATTACHMENTS}
 */
public record Letter(Recipient to, Text title, List<Part> parts, String unsubscribe, List<Attachment> attachments) {
    /** Stands for the co-op's name in the arguments of what a letter says. */
    public static final String COOP = "{{coop}}";

    /** So many files go with a letter at most. */
    public static final int MOST_ATTACHMENTS = 3;

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
        attachments = List.copyOf(attachments);
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw new IllegalArgumentException("More than " + MOST_ATTACHMENTS + " files with a letter");
        }
        if (unsubscribe != null) {
            requireAddress(unsubscribe);
        }
    }

    /** A letter that says nothing yet. */
    public static Letter to(Recipient recipient, Text title) {
        return new Letter(recipient, title, List.of(), null, List.of());
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
        return new Letter(to, title, parts, address, attachments);
    }

    /** The same letter with one more file. */
    public Letter attach(Attachment attachment) {
        return new Letter(
                to,
                title,
                parts,
                unsubscribe,
                Stream.concat(attachments.stream(), Stream.of(attachment)).toList());
    }

    private Letter with(Part part) {
        return new Letter(
                to, title, Stream.concat(parts.stream(), Stream.of(part)).toList(), unsubscribe, attachments);
    }

    private static void requireAddress(String address) {
        if (!address.matches("(https?:/)?/[^\\s<>\"]*")) {
            throw new IllegalArgumentException("Not an address that a letter may hold: " + address);
        }
    }
}
