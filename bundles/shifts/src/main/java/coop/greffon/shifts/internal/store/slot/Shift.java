package coop.greffon.shifts.internal.store.slot;

import coop.greffon.shifts.internal.rules.slot.Span;
import java.time.LocalDate;

/**
 * A slot on a day.
 *
 * @param templateId of which template, null for none
 * @param day the one it starts on, where the co-op is
 * @param worth what it counts, in the unit of the rules
 * @param minimum below how many people it stands out
 * @param remark what was said when it was closed, null for nothing
 * @param revision grows whenever it takes place otherwise than before
 */
public record Shift(
        long id,
        Long templateId,
        LocalDate day,
        Span span,
        String job,
        long worth,
        int minimum,
        ShiftState state,
        String remark,
        int revision) {}
