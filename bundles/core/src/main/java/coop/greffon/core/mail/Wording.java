package coop.greffon.core.mail;

import java.util.Objects;

/**
 * What a letter says in a language, with placeholders such as {@code {day}} where it says something else to each.
 *
 * @param title the subject line
 * @param text its paragraphs, an empty line between them; {@code {link}} is where its link stands
 */
public record Wording(String title, String text) {
    public Wording {
        Objects.requireNonNull(title, "title");
        text = text.replace("\r\n", "\n");
    }
}
