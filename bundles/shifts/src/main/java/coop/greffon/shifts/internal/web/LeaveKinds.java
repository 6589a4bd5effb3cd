package coop.greffon.shifts.internal.web;

import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Choice;
import java.util.List;

/** The kinds of leave to choose from. */
public final class LeaveKinds {
    private LeaveKinds() {}

    /** Each with what it means. */
    public static List<Choice> choices(Visit visit) {
        return PeriodKind.leaves().stream()
                .map(kind -> new Choice(kind.name(), visit.t("shifts.period." + kind + ".long")))
                .toList();
    }
}
