package coop.greffon.shifts.internal.store.booking;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.booking.Refusal;
import java.time.Duration;

/** Why a seat cannot be taken, given back or handed on, in a sentence. */
public final class RefusalWords {
    private RefusalWords() {}

    public static Text text(Refusal refusal) {
        String key = "shifts.refusal." + refusal.kind();
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
