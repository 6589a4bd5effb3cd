package coop.greffon.shifts.internal.importing.run;

import coop.greffon.shifts.internal.importing.SlotKey;
import coop.greffon.shifts.internal.rules.slot.Recurrence;
import coop.greffon.shifts.internal.store.slot.Template;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Finds which slot a file means. */
final class SlotLookup {
    private SlotLookup() {}

    /** Those that a key fits, over or not; a key without a job fits those of any job. */
    static List<Template> fitting(List<Template> templates, SlotKey key) {
        return templates.stream().filter(template -> fits(template, key)).toList();
    }

    private static boolean fits(Template template, SlotKey key) {
        Recurrence recurrence = template.recurrence();
        return (key.job() == null || template.job().equalsIgnoreCase(key.job().strip()))
                && Objects.equals(recurrence.week(), key.week())
                && recurrence.weekday() == key.weekday()
                && recurrence.starts().equals(key.starts());
    }

    /** Whether it still has shifts to come. */
    static boolean isRunning(Template template, LocalDate today) {
        LocalDate last = template.recurrence().to();
        return last == null || !last.isBefore(today);
    }

    /** A slot in words that are the same for the same slot. */
    static String words(SlotKey key) {
        return String.join(
                        " ",
                        key.job() == null ? "" : key.job().strip(),
                        key.week() == null ? "" : key.week().toString(),
                        key.weekday().toString(),
                        key.starts().toString())
                .strip();
    }
}
