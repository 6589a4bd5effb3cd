package coop.greffon.shifts.internal.shell;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.shifts.internal.importing.Kind;

/** What a file brings along, as a referent types it. */
final class TypedKind {
    private TypedKind() {}

    static Kind of(String typed) {
        return Kind.of(typed)
                .orElseThrow(() ->
                        new InvalidInput(FieldError.of("what", typed, Text.of("shifts.console.rules", Kind.ids()))));
    }
}
