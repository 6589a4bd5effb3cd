package coop.greffon.core.internal.shell;

import coop.greffon.core.console.ConsoleVoice;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command that speaks the language of the machine, and says in it why it refuses. */
abstract class SpokenAction implements Action {
    @Reference
    private Messages messages;

    /** What the command does; a {@link Problem} it throws is shown as a sentence. */
    abstract void run() throws Exception;

    @Override
    public final Object execute() throws Exception {
        new ConsoleVoice(messages).run(this::run);
        return null;
    }

    /** Refuses an action that the command does not know. */
    static InvalidInput unknownAction(String action, String... known) {
        return new InvalidInput(FieldError.of(
                "action", action, Text.of("core.console.action-unknown", action, String.join(", ", known))));
    }

    /** An argument that an action needs. */
    static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidInput(FieldError.of(name, value, Text.of("core.console.argument-missing", name)));
        }
        return value;
    }

    final String t(Text text) {
        return new ConsoleVoice(messages).text(text);
    }

    final String t(String key, Object... arguments) {
        return messages.text(language(), key, arguments);
    }

    /** A language that pages and letters are written in. */
    final Locale language(String typed) {
        Locale chosen = Locale.forLanguageTag(typed);
        if (!messages.languages().contains(chosen)) {
            String known = messages.languages().stream()
                    .map(Locale::toLanguageTag)
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw new InvalidInput(FieldError.of("--language", typed, Text.of("core.console.language-unknown", known)));
        }
        return chosen;
    }

    final Locale language() {
        return new ConsoleVoice(messages).language();
    }
}
