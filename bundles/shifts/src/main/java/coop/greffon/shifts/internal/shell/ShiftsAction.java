package coop.greffon.shifts.internal.shell;

import coop.greffon.core.console.ConsoleVoice;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command that speaks the language of the machine, and says in it why it refuses. */
abstract class ShiftsAction implements Action {
    @Reference
    private Messages messages;

    /** What the command does; a problem it throws is shown as sentences. */
    abstract void run() throws Exception;

    @Override
    public final Object execute() throws Exception {
        new ConsoleVoice(messages).run(this::run);
        return null;
    }

    final String t(Text text) {
        return new ConsoleVoice(messages).text(text);
    }
}
