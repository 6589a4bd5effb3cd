package coop.greffon.core.internal.mail;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.mail.Letter.Paragraph;
import coop.greffon.core.message.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a letter says, in its recipient's language, before it is signed.
 *
 * @param title the subject line
 */
record Said(String title, List<Piece> pieces) {
    /** A paragraph, or a link where there is an address. */
    record Piece(String words, String address) {}

    Said {
        pieces = List.copyOf(pieces);
    }

    /** A letter in the bundle's own words. */
    static Said of(Letter letter, Messages messages) {
        Locale language = letter.to().language();
        List<Piece> pieces = new ArrayList<>();
        for (Letter.Part part : letter.parts()) {
            if (part instanceof Paragraph paragraph) {
                pieces.add(new Piece(messages.text(language, paragraph.text()), null));
            } else if (part instanceof Link link) {
                pieces.add(new Piece(messages.text(language, link.label()), link.address()));
            }
        }
        return new Said(messages.text(language, letter.title()), pieces);
    }

    /**
     * A letter in the co-op's words.
     *
     * @param values what fills the placeholders
     * @param links the links by their placeholders
     */
    static Said of(String title, String text, Map<String, String> values, Map<String, Piece> links) {
        String apart = text;
        for (String name : links.keySet()) {
            apart = apart.replace(Placeholders.of(name), "\n\n" + Placeholders.of(name) + "\n\n");
        }
        List<Piece> pieces = new ArrayList<>();
        for (String block : apart.split("\n\\s*\n")) {
            String words = block.strip();
            Piece link = words.matches("\\{[^{}]*}") ? links.get(words.substring(1, words.length() - 1)) : null;
            if (link != null) {
                pieces.add(link);
            } else if (!words.isEmpty()) {
                pieces.add(new Piece(Placeholders.filled(words, values), null));
            }
        }
        return new Said(Placeholders.filled(title, values), pieces);
    }
}
