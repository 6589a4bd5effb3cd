package coop.greffon.members.admission;

import coop.greffon.core.message.Text;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One reason for or against.
 *
 * @param verdict what it amounts to
 * @param reason why
 * @param until the last day it holds, null for unknown
 * @param remedy what would clear it, null for nothing
 */
public record Finding(Verdict verdict, Text reason, LocalDate until, Remedy remedy) {
    public Finding {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
    }

    /** A reason in favour. */
    public static Finding allow(Text reason) {
        return new Finding(Verdict.ALLOW, reason, null, null);
    }

    /** A doubt. */
    public static Finding warn(Text reason, Remedy remedy) {
        return new Finding(Verdict.WARN, reason, null, remedy);
    }

    /** A reason against. */
    public static Finding deny(Text reason, Remedy remedy) {
        return new Finding(Verdict.DENY, reason, null, remedy);
    }
}
