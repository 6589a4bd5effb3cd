package coop.greffon.members.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;

/** What a program sent. */
final class Sent {
    private static final String IF_MATCH = "If-Match";

    private Sent() {}

    /** The body, which must be there. */
    static <T> T body(T body) {
        if (body == null) {
            throw new InvalidInput(FieldError.of("body", null, Text.of("members.rest.body-missing")));
        }
        return body;
    }

    /** A value that must be there. */
    static <T> T value(String field, T value) {
        if (value == null) {
            throw new InvalidInput(FieldError.of(field, null, Text.of("core.validation.NotNull")));
        }
        return value;
    }

    /** A number that is not below zero, nor above a limit. */
    static int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(FieldError.of(field, value, Text.of("members.rest.range", least, most)));
        }
        return value;
    }

    /** The revision an {@code If-Match} header names. */
    static long revision(String ifMatch) {
        String revision = ifMatch == null ? "" : ifMatch.replace("\"", "").strip();
        if (!revision.matches("[0-9]{1,18}")) {
            throw new InvalidInput(FieldError.of(IF_MATCH, ifMatch, Text.of("members.rest.if-match")));
        }
        return Long.parseLong(revision);
    }
}
