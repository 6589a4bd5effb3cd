package coop.greffon.core.internal.mail;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.mail.Letter.Paragraph;
import coop.greffon.core.mail.Letter.Part;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import java.util.Locale;
import java.util.function.UnaryOperator;

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
     * The words of a letter, signed by the co-op.
     *
     * @param coop its name
     */
    static LetterText of(Letter letter, Messages messages, String coop) {
        Locale language = letter.to().language();
        UnaryOperator<String> named = words -> words.replace(Letter.COOP, coop);
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder();
        for (Part part :
                letter.paragraph(Text.of("core.letter.signature", Letter.COOP)).parts()) {
            if (part instanceof Paragraph paragraph) {
                String words = named.apply(messages.text(language, paragraph.text()));
                text.append(words).append("\n\n");
                html.append("<p>").append(escape(words).replace("\n", "<br>")).append("</p>\n");
            } else if (part instanceof Link link) {
                String label = named.apply(messages.text(language, link.label()));
                String address = absolute(link.address());
                text.append(label).append("\n").append(address).append("\n\n");
                html.append("<p><a href=\"").append(escape(address)).append("\">");
                html.append(escape(label)).append("</a></p>\n");
            }
        }
        return new LetterText(
                oneLine(named.apply(messages.text(language, letter.title()))),
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
