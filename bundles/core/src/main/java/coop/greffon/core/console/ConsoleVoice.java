package coop.greffon.core.console;

import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import java.util.Locale;

/** What a command says: in the language of the machine, or in French where nobody translated into it. */
public final class ConsoleVoice {
    private final Messages messages;

    /** With the sentences of all modules. */
    public ConsoleVoice(Messages messages) {
        this.messages = messages;
    }

    /** What a command does. */
    @FunctionalInterface
    public interface Work {
        /** Does it; a {@link Problem} it throws is shown as sentences. */
        void run() throws Exception;
    }

    /**
     * Does what a command was asked.
     *
     * @throws CommandRefused where a rule refused it, with the sentences
     */
    public void run(Work work) throws Exception {
        try {
            work.run();
        } catch (Problem refused) {
            throw new CommandRefused(Refusal.of(refused, this::text));
        }
    }

    /** A text in the language of the machine. */
    public String text(Text text) {
        return messages.text(language(), text);
    }

    /** The language of the machine, or French. */
    public Locale language() {
        Locale machine = Locale.forLanguageTag(Locale.getDefault().getLanguage());
        return messages.languages().contains(machine) ? machine : Locale.FRENCH;
    }
}
