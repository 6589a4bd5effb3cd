package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import java.time.Duration;

/** Why a seat cannot be taken, given back or handed on, in a sentence to whoever would. */
public final class RefusalWords {
    private RefusalWords() {}

    /** Why another does not work on a day at all, to whoever writes them down, with what the office can do. */
    static FieldError ofAnother(long memberId, Refusal refusal) {
        Text remedy = refusal.kind() == Refusal.Kind.LEFT ? null : Text.of("shifts.refusal.other.remedy");
        return new FieldError(
                "memberId", Long.toString(memberId), text("shifts.refusal.other." + refusal.kind(), refusal), remedy);
    }

    public static Text text(Refusal refusal) {
        return text("shifts.refusal." + refusal.kind(), refusal);
    }

    private static Text text(String key, Refusal refusal) {
        if (refusal.facts().isEmpty()) {
            return Text.of(key);
        }
        if (refusal.facts().get(0) instanceof Duration before) {
            return before.toHours() % 24 == 0 && before.toDays() > 0
                    ? Text.of(key + ".days", before.toDays())
                    : Text.of(key + ".hours", before.toHours());
        }
        return Text.of(key + ".with", refusal.facts().toArray());
    }
}
