package coop.greffon.core.mail;

import java.util.List;

/**
 * A letter that a bundle writes again and again, as it declares it in its {@code module.json}.
 *
 * @param id such as {@code shifts.letter.alert}
 * @param module the bundle's short name
 * @param fields the placeholders that its words may hold
 * @param links the placeholders that its text has to hold: where its links stand
 * @param isOptional whether the co-op may do without it
 * @param isOff whether the co-op does
 */
public record LetterKind(
        String id, String module, List<String> fields, List<String> links, boolean isOptional, boolean isOff) {
    public LetterKind {
        fields = List.copyOf(fields);
        links = List.copyOf(links);
    }
}
