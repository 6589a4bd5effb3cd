package coop.greffon.shifts.internal.rules.change;

import coop.greffon.shifts.internal.rules.Alert;
import coop.greffon.shifts.internal.rules.AttendanceTerms;
import coop.greffon.shifts.internal.rules.BookingTerms;
import coop.greffon.shifts.internal.rules.Cycle;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Debit;
import coop.greffon.shifts.internal.rules.DutyUnit;
import coop.greffon.shifts.internal.rules.Exit;
import coop.greffon.shifts.internal.rules.Freeze;
import coop.greffon.shifts.internal.rules.GraceTerms;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Outcomes;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.VotingTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A set of rules with some of them changed. */
final class ChangedRules {
    /** Nothing falls due for whoever stands so, in rules that knew no debit before. */
    private static final Set<StatusCode> OWING_NOTHING = EnumSet.of(
            StatusCode.FORMER, StatusCode.STRUCK_OFF, StatusCode.EXEMPT, StatusCode.ON_LEAVE, StatusCode.FROZEN);

    /** As the models look so far ahead and back. */
    private static final int BOOKED_BEFORE = 28;

    private static final int BOOKED_AFTER = 56;

    private final Rules from;
    private final Parameters changes;
    private final CycleCalendar calendar;

    ChangedRules(Rules from, Parameters changes, CycleCalendar calendar) {
        this.from = from;
        this.changes = changes;
        this.calendar = calendar;
    }

    Rules rules() {
        Outcomes outcomes = from.outcomes();
        return new Rules(
                from.unit(),
                DutyUnit.valueOf(value(Parameter.DUTY)),
                debit(),
                new Outcomes(outcomes.effects(), outcomes.ordinary(), outcomes.repaid(), amount(Parameter.MOST)),
                alert(),
                new GraceTerms(whole(Parameter.GRACE_DAYS), is(Parameter.GRACE_NEXT), is(Parameter.GRACE_ONCE)),
                new Exit(amount(Parameter.OUT_AT), whole(Parameter.OUT_ABSENCES)),
                freeze(),
                booking(),
                attendance(),
                order(),
                shopping(),
                voting());
    }

    private Debit debit() {
        Long due = amount(Parameter.DUE);
        if (due == null) {
            return null;
        }
        Long extra = amount(Parameter.PENALTY);
        Debit.Penalty penalty = extra == null
                ? null
                : new Debit.Penalty(extra, amount(Parameter.PENALTY_AT), is(Parameter.PENALTY_ONCE));
        Set<StatusCode> skipped =
                from.debit() == null ? OWING_NOTHING : from.debit().skippedIn();
        return new Debit(cycle(), due, penalty, skipped, surplus());
    }

    private Cycle cycle() {
        return switch (value(Parameter.CYCLE)) {
            case "OWN" -> new Cycle.SinceStart(whole(Parameter.CYCLE_DAYS));
            case "SEASON" ->
                new Cycle.Season(
                        LocalDate.of(calendar.anchors().get(0).monday().getYear(), whole(Parameter.SEASON_STARTS), 1),
                        whole(Parameter.SEASON_MONTHS));
            default -> new Cycle.Common(calendar);
        };
    }

    private Debit.Surplus surplus() {
        String surplus = value(Parameter.SURPLUS);
        return surplus.equals("KEEP") ? null : new Debit.Surplus(amount(Parameter.KEPT), surplus.equals("SAVE"));
    }

    private Alert alert() {
        Long at = amount(Parameter.ALERT_AT);
        return at == null
                ? null
                : new Alert(
                        at,
                        amount(Parameter.ALERT_CLEARED),
                        whole(Parameter.ALERT_DAYS),
                        is(Parameter.ALERT_LAST),
                        Alert.OnLeave.valueOf(value(Parameter.ALERT_ON_LEAVE)));
    }

    private Freeze freeze() {
        Long at = amount(Parameter.FROZEN_AT);
        if (at == null) {
            return null;
        }
        Freeze before = from.freeze();
        return new Freeze(
                at,
                whole(Parameter.FROZEN_DAYS),
                before == null ? BOOKED_BEFORE : before.bookedDaysBefore(),
                before == null ? BOOKED_AFTER : before.bookedDaysAfter());
    }

    private BookingTerms booking() {
        Long extra = amount(Parameter.EXTRA);
        return new BookingTerms(
                count(Parameter.PER_DAY),
                count(Parameter.PER_WINDOW),
                whole(Parameter.WINDOW),
                hours(Parameter.BOOK),
                hours(Parameter.CANCEL),
                hours(Parameter.EXCHANGE),
                Duration.ofMinutes(whole(Parameter.OVERLAP)),
                is(Parameter.DEBT_ONLY),
                extra == null ? null : Duration.ofDays(extra),
                is(Parameter.ACCOMPANIED),
                is(Parameter.GIVES_FIXED));
    }

    private AttendanceTerms attendance() {
        String assumed = value(Parameter.ASSUMED);
        return new AttendanceTerms(
                Duration.ofMinutes(whole(Parameter.SHEET)), assumed.isEmpty() ? null : Outcome.valueOf(assumed));
    }

    /** What the set does not know is looked at last, the heaviest first. */
    private List<StatusCode> order() {
        List<StatusCode> order = new ArrayList<>(from.order());
        boolean strikesOff = amount(Parameter.OUT_AT) != null || whole(Parameter.OUT_ABSENCES) > 0;
        boolean alerts = alert() != null;
        add(order, StatusCode.GRACE, alerts && whole(Parameter.GRACE_DAYS) > 0);
        add(order, StatusCode.STRUCK_OFF, strikesOff);
        add(order, StatusCode.FROZEN, freeze() != null);
        add(order, StatusCode.SUSPENDED, alerts);
        add(order, StatusCode.ALERT, alerts);
        return order;
    }

    private static void add(List<StatusCode> order, StatusCode code, boolean isKnown) {
        if (isKnown && !order.contains(code)) {
            order.add(code);
        }
    }

    private Set<StatusCode> shopping() {
        Set<StatusCode> shopping = EnumSet.copyOf(from.shopping());
        List<StatusCode> order = order();
        for (Parameter parameter : Parameter.values()) {
            StatusCode standing = parameter.standing();
            boolean isKnown = parameter.group() == Parameter.Group.SHOPPING && order.contains(standing);
            if (isKnown && is(parameter)) {
                shopping.add(standing);
            } else if (isKnown) {
                shopping.remove(standing);
            }
        }
        return shopping;
    }

    private VotingTerms voting() {
        Set<StatusCode> without = EnumSet.copyOf(from.voting().without());
        for (Parameter parameter : Parameter.values()) {
            StatusCode standing = parameter.standing();
            if (parameter.group() == Parameter.Group.VOTING && standing != null) {
                without.remove(standing);
                if (!is(parameter)) {
                    without.add(standing);
                }
            }
        }
        return new VotingTerms(amount(Parameter.VOTE_AT), without);
    }

    private String value(Parameter parameter) {
        return changes.value(parameter, from);
    }

    private Long amount(Parameter parameter) {
        String value = value(parameter);
        return value.isEmpty() ? null : Long.valueOf(value);
    }

    private int whole(Parameter parameter) {
        return Integer.parseInt(value(parameter));
    }

    private Integer count(Parameter parameter) {
        return value(parameter).isEmpty() ? null : whole(parameter);
    }

    private Duration hours(Parameter parameter) {
        Long hours = amount(parameter);
        return hours == null ? null : Duration.ofHours(hours);
    }

    private boolean is(Parameter parameter) {
        return Boolean.parseBoolean(value(parameter));
    }
}
