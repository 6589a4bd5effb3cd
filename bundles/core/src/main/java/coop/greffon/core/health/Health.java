package coop.greffon.core.health;

import coop.greffon.core.message.Text;

/**
 * What a check found.
 *
 * @param level how bad it is
 * @param message what was looked at and found, in one sentence without personal data
 */
public record Health(Level level, Text message) {
    /** How bad it is. */
    public enum Level {
        OK,
        /** It works and somebody should look at it. */
        WARN,
        /** It does not work. */
        FAIL
    }
}
