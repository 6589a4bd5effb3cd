package coop.greffon.members.internal.importing.columns;

import coop.greffon.core.message.Text;
import java.util.List;
import java.util.Locale;

/**
 * Why a file cannot be imported with the columns as they are.
 *
 * @param arguments what fills the messages of the kind
 */
public record MappingFault(Kind kind, List<Object> arguments) {
    public MappingFault {
        arguments = List.copyOf(arguments);
    }

    /** What is wrong. */
    public Text why() {
        return new Text(kind.key(), arguments);
    }

    /** What to do about it. */
    public Text advice() {
        return new Text(kind.key() + ".advice", arguments);
    }

    public enum Kind {
        /** No column tells who a line is about. */
        NOBODY_IDENTIFIED,
        /** Two columns feed one field that takes one. */
        FIELD_TWICE;

        String key() {
            return "members.import.columns." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
