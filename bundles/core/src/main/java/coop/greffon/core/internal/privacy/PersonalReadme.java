package coop.greffon.core.internal.privacy;

import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.privacy.PersonalDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells in the reader's language what each file of a zip of personal data holds. */
final class PersonalReadme {
    /** What every program for plain text on any system takes for the end of a line. */
    private static final String END = "\r\n";

    private final Messages messages;
    private final Locale language;
    private final List<String> readable = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    PersonalReadme(Messages messages, Locale language) {
        this.messages = messages;
        this.language = language;
    }

    String name() {
        return sentence("core.privacy.readme.name");
    }

    void tell(PersonalDocument document, String csv, String json) {
        lines.add(sentence(
                "core.privacy.readme.table",
                csv,
                title(document),
                document.rows().size()));
        lines.add(sentence("core.privacy.readme.program", json));
    }

    void tellAttached(PersonalDocument document, String file) {
        lines.add(sentence("core.privacy.readme.attached", file, title(document)));
    }

    void tellReadable(String file) {
        readable.add(sentence("core.privacy.readme.readable", file));
    }

    /**
     * The whole text.
     *
     * @param at when the zip is made, as people write it
     * @param silent modules that could not be asked
     */
    String text(String at, List<String> silent) {
        List<String> text = new ArrayList<>();
        text.add(sentence("core.privacy.readme.title", at));
        text.add("");
        text.addAll(readable);
        text.addAll(lines);
        text.add(sentence("core.privacy.readme.index"));
        if (!silent.isEmpty()) {
            text.add("");
            text.add(sentence("core.privacy.readme.silent", String.join(", ", named(silent))));
        }
        return String.join(END, text) + END;
    }

    private List<String> named(List<String> modules) {
        return modules.stream()
                .map(module -> module + ".module.name")
                .map(key -> sentence(key))
                .distinct()
                .toList();
    }

    private String title(PersonalDocument document) {
        return messages.text(language, document.title());
    }

    private String sentence(String key, Object... arguments) {
        return messages.text(language, Text.of(key, arguments));
    }
}
