package coop.greffon.web.internal.letter;

import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Letters.Preview;
import coop.greffon.core.message.Text;
import java.util.List;

/**
 * A letter as its page shows it.
 *
 * @param language in which its words are shown
 * @param languages in which it has words
 * @param fields the placeholders it knows
 * @param isOwn whether the co-op has words of its own
 * @param isFit whether those are said: they fit the letter
 * @param preview as it would read; null where its words cannot be used
 */
public record LetterView(
        LetterKind letter,
        String language,
        List<String> languages,
        List<Field> fields,
        boolean isOwn,
        boolean isFit,
        Preview preview) {
    /** A placeholder and what it stands for. */
    public record Field(String name, Text meaning) {}

    public LetterView {
        languages = List.copyOf(languages);
        fields = List.copyOf(fields);
    }

    /** Where its form is sent to. */
    public String path() {
        return LetterPages.ROOT + "/" + letter.id();
    }
}
