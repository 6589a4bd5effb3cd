package coop.greffon.core.mail;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The letters that bundles write, and the words the co-op has them say.
 *
 * <p>A language that no bundle speaks is refused as {@link coop.greffon.core.problem.InvalidInput}.
 */
public interface Letters {
    /** A letter with sample values: its subject line, and an HTML fragment whose texts are escaped. */
    record Preview(String title, String html) {}

    /** Every letter of the installed bundles: bundle by bundle, in the order of their declarations. */
    List<LetterKind> all();

    /**
     * A letter.
     *
     * @throws coop.greffon.core.problem.NotFound where no installed bundle declares it
     */
    LetterKind get(String id);

    /** What a placeholder of a letter stands for. */
    Text meaning(String id, String field);

    /** The bundle's own words. */
    Wording delivered(String id, Locale language);

    /** The co-op's words; empty where it has none of its own. Those that no longer fit their letter are kept, and not said. */
    Optional<Wording> own(String id, Locale language);

    /**
     * A letter as it would read, with sample values.
     *
     * @throws coop.greffon.core.problem.InvalidInput where the words cannot be used
     */
    Preview preview(String id, Locale language, Wording wording);

    /**
     * Has a letter say the co-op's words from now on. What was written before stays as it is.
     *
     * @throws coop.greffon.core.problem.InvalidInput where the words cannot be used: {@code title} or {@code text} is empty or too long,
     *     holds a placeholder that the letter does not know, or lacks a link
     */
    void change(String id, Locale language, Wording wording, Actor by);

    /** Has a letter say the bundle's words again. Asked again, nothing changes. */
    void restore(String id, Locale language, Actor by);

    /**
     * Has a letter be written or not. Asked again, nothing changes.
     *
     * @throws coop.greffon.core.problem.Refused where it is one that the co-op cannot do without
     */
    void send(String id, boolean isSent, Actor by);
}
