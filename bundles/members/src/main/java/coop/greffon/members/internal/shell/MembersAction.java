package coop.greffon.members.internal.shell;

import coop.greffon.core.console.ConsoleVoice;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberKind;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;

/** A command that speaks the language of the machine, and says in it why it refuses. */
abstract class MembersAction implements Action {
    @Reference
    private Messages messages;

    /** What the command does; a {@link Problem} it throws is shown as sentences. */
    abstract void run() throws Exception;

    @Override
    public final Object execute() throws Exception {
        new ConsoleVoice(messages).run(this::run);
        return null;
    }

    final String t(Text text) {
        return new ConsoleVoice(messages).text(text);
    }

    /** What the options of a list ask for; null where one was not given. */
    static MemberFilter filter(String query, String status, String tag, String kind) {
        return new MemberFilter(
                query, one("--status", status, Standing.class), tag, one("--kind", kind, MemberKind.class));
    }

    private static <E extends Enum<E>> E one(String option, String typed, Class<E> type) {
        if (typed == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(FieldError.of(option, typed, Text.of("members.console.unknown", typed))));
    }
}
