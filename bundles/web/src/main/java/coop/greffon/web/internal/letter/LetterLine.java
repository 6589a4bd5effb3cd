package coop.greffon.web.internal.letter;

import coop.greffon.core.mail.LetterKind;
import java.util.List;

/**
 * A letter in the list.
 *
 * @param own the languages in which it says the co-op's words
 */
public record LetterLine(LetterKind letter, List<String> own) {
    public LetterLine {
        own = List.copyOf(own);
    }
}
