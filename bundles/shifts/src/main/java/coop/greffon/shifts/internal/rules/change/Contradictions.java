package coop.greffon.shifts.internal.rules.change;

import static coop.greffon.shifts.internal.rules.change.Parameter.ALERT_AT;
import static coop.greffon.shifts.internal.rules.change.Parameter.ALERT_CLEARED;
import static coop.greffon.shifts.internal.rules.change.Parameter.ALERT_DAYS;
import static coop.greffon.shifts.internal.rules.change.Parameter.ALERT_LAST;
import static coop.greffon.shifts.internal.rules.change.Parameter.ALERT_ON_LEAVE;
import static coop.greffon.shifts.internal.rules.change.Parameter.CYCLE;
import static coop.greffon.shifts.internal.rules.change.Parameter.CYCLE_DAYS;
import static coop.greffon.shifts.internal.rules.change.Parameter.DUE;
import static coop.greffon.shifts.internal.rules.change.Parameter.FROZEN_AT;
import static coop.greffon.shifts.internal.rules.change.Parameter.FROZEN_DAYS;
import static coop.greffon.shifts.internal.rules.change.Parameter.GRACE_DAYS;
import static coop.greffon.shifts.internal.rules.change.Parameter.GRACE_NEXT;
import static coop.greffon.shifts.internal.rules.change.Parameter.GRACE_ONCE;
import static coop.greffon.shifts.internal.rules.change.Parameter.KEPT;
import static coop.greffon.shifts.internal.rules.change.Parameter.OUT_ABSENCES;
import static coop.greffon.shifts.internal.rules.change.Parameter.OUT_AT;
import static coop.greffon.shifts.internal.rules.change.Parameter.PENALTY;
import static coop.greffon.shifts.internal.rules.change.Parameter.PENALTY_AT;
import static coop.greffon.shifts.internal.rules.change.Parameter.PENALTY_ONCE;
import static coop.greffon.shifts.internal.rules.change.Parameter.PER_WINDOW;
import static coop.greffon.shifts.internal.rules.change.Parameter.SEASON_MONTHS;
import static coop.greffon.shifts.internal.rules.change.Parameter.SEASON_STARTS;
import static coop.greffon.shifts.internal.rules.change.Parameter.SHOP_ALERT;
import static coop.greffon.shifts.internal.rules.change.Parameter.SHOP_FROZEN;
import static coop.greffon.shifts.internal.rules.change.Parameter.SHOP_GRACE;
import static coop.greffon.shifts.internal.rules.change.Parameter.SHOP_SUSPENDED;
import static coop.greffon.shifts.internal.rules.change.Parameter.SURPLUS;
import static coop.greffon.shifts.internal.rules.change.Parameter.VOTE_FROZEN;
import static coop.greffon.shifts.internal.rules.change.Parameter.VOTE_OUT;
import static coop.greffon.shifts.internal.rules.change.Parameter.VOTE_SUSPENDED;
import static coop.greffon.shifts.internal.rules.change.Parameter.WINDOW;

import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.change.Contradiction.Kind;
import java.util.ArrayList;
import java.util.List;

/** Looks for changed rules that do not go with the others. */
final class Contradictions {
    private final Rules from;
    private final Parameters changes;
    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions(Rules from, Parameters changes) {
        this.from = from;
        this.changes = changes;
    }

    static List<Contradiction> of(Rules from, Parameters changes) {
        var looking = new Contradictions(from, changes);
        looking.look();
        return List.copyOf(looking.found);
    }

    private void look() {
        boolean falls = has(DUE);
        need(falls, Kind.NEEDS_DUE, CYCLE, CYCLE_DAYS, SEASON_MONTHS, SEASON_STARTS, PENALTY, SURPLUS);
        if (falls) {
            need(is(CYCLE, "OWN"), Kind.NEEDS_OWN_CYCLE, CYCLE_DAYS);
            need(is(CYCLE, "SEASON"), Kind.NEEDS_SEASON, SEASON_MONTHS, SEASON_STARTS);
        }
        need(falls && has(PENALTY), Kind.NEEDS_PENALTY, PENALTY_AT, PENALTY_ONCE);
        need(falls && !is(SURPLUS, "KEEP"), Kind.NEEDS_SURPLUS, KEPT);
        boolean alerts = has(ALERT_AT);
        need(alerts, Kind.NEEDS_ALERT, ALERT_CLEARED, ALERT_DAYS, ALERT_LAST, ALERT_ON_LEAVE, GRACE_DAYS);
        need(alerts, Kind.NEEDS_ALERT, SHOP_ALERT, SHOP_SUSPENDED, VOTE_SUSPENDED);
        need(alerts && number(GRACE_DAYS) > 0, Kind.NEEDS_GRACE, GRACE_ONCE, GRACE_NEXT, SHOP_GRACE);
        need(has(FROZEN_AT), Kind.NEEDS_FREEZE, FROZEN_DAYS, SHOP_FROZEN, VOTE_FROZEN);
        need(has(OUT_AT) || number(OUT_ABSENCES) > 0, Kind.NEEDS_OUT, VOTE_OUT);
        need(has(PER_WINDOW), Kind.NEEDS_WINDOW, WINDOW);
        if (alerts) {
            compare();
        }
    }

    private void compare() {
        if (number(ALERT_CLEARED) <= number(ALERT_AT)) {
            tell(Kind.CLEARED_TOO_LOW, ALERT_CLEARED, ALERT_AT);
        }
        if (has(OUT_AT) && number(OUT_AT) >= number(ALERT_AT)) {
            tell(Kind.OUT_BEFORE_ALERT, OUT_AT, ALERT_AT);
        }
        if (is(SHOP_SUSPENDED, "true") && is(SHOP_ALERT, "false")) {
            tell(Kind.WORSE_SHOPS, SHOP_SUSPENDED, SHOP_ALERT);
        }
    }

    private void need(boolean isThere, Kind kind, Parameter... parameters) {
        for (Parameter parameter : parameters) {
            // What is taken away needs nothing.
            if (!isThere
                    && changes.has(parameter)
                    && !changes.value(parameter, from).isEmpty()) {
                found.add(new Contradiction(parameter, kind));
            }
        }
    }

    /** Of the first that was changed: the set of rules itself does not contradict itself. */
    private void tell(Kind kind, Parameter... parameters) {
        for (Parameter parameter : parameters) {
            if (changes.has(parameter)) {
                found.add(new Contradiction(parameter, kind));
                return;
            }
        }
    }

    private boolean has(Parameter parameter) {
        return !changes.value(parameter, from).isEmpty();
    }

    private boolean is(Parameter parameter, String value) {
        return changes.value(parameter, from).equals(value);
    }

    private long number(Parameter parameter) {
        return Long.parseLong(changes.value(parameter, from));
    }
}
