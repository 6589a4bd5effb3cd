package coop.greffon.core.internal.mail;

import coop.greffon.core.internal.mail.Said.Piece;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A letter in its recipient's language.
 *
 * @param title the subject line, on one line
 * @param text the body as plain text
 * @param html the body as an HTML fragment
 */
record LetterText(String title, String text, String html) {
    /** Stands for the address of this instance until the letter leaves: it may be set after the letter was written. */
    static final String INSTANCE = "{{instance}}";

    private static final int LONGEST_TITLE = 300;

    /**
     * What a letter says, signed by the co-op.
     *
     * @param coop its name
     */
    static LetterText of(Said said, Locale language, Messages messages, String coop) {
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder();
        List<Piece> pieces = new ArrayList<>(said.pieces());
        pieces.add(new Piece(messages.text(language, Text.of("core.letter.signature", Letter.COOP)), null));
        for (Piece piece : pieces) {
            String words = piece.words().replace(Letter.COOP, coop);
            if (piece.address() == null) {
                text.append(words).append("\n\n");
                html.append("<p>").append(escape(words).replace("\n", "<br>")).append("</p>\n");
            } else {
                String address = absolute(piece.address());
                text.append(words).append("\n").append(address).append("\n\n");
                html.append("<p><a href=\"").append(escape(address)).append("\">");
                html.append(escape(words)).append("</a></p>\n");
            }
        }
        return new LetterText(
                oneLine(said.title().replace(Letter.COOP, coop)),
                text.toString().stripTrailing() + "\n",
                html.toString());
    }

    /** An address of this instance begins with a mark until the letter leaves. */
    static String absolute(String address) {
        return address.startsWith("/") ? INSTANCE + address : address;
    }

    /** A line break in a subject line would end it and begin a header of somebody's choice. */
    static String oneLine(String title) {
        String line = title.replaceAll("\\s+", " ").strip();
        return line.substring(0, Math.min(LONGEST_TITLE, line.length()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
