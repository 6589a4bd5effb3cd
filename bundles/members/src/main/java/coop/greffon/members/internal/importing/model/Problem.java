package coop.greffon.members.internal.importing.model;

import coop.greffon.core.message.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Something wrong or doubtful on a line.
 *
 * @param field the field concerned, or null where the whole line is
 * @param value the value as found, cut if very long
 * @param arguments what fills the messages of the reason
 */
public record Problem(Field field, Reason reason, String value, List<Object> arguments) {
    private static final int SHOWN = 200;

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** A problem whose messages are given the value and then what follows. */
    public static Problem of(Field field, Reason reason, String value, Object... further) {
        var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        var arguments = new ArrayList<Object>();
        arguments.add(shown);
        arguments.addAll(List.of(further));
        return new Problem(field, reason, shown, arguments);
    }

    public Severity severity() {
        return reason.severity();
    }

    /** What is wrong. */
    public Text why() {
        return new Text(reason.key(), arguments);
    }

    /** What to do about it. */
    public Text advice() {
        return new Text(reason.adviceKey(), arguments);
    }
}
