package coop.greffon.shifts.internal.rules.change;

import coop.greffon.shifts.internal.rules.Alert;
import coop.greffon.shifts.internal.rules.Cycle;
import coop.greffon.shifts.internal.rules.Debit;
import coop.greffon.shifts.internal.rules.Freeze;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.StatusCode;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A single rule that a co-op may change. What it holds is a text: a whole number, {@code true} or {@code false}, one of its options, or
 * nothing where there is no such rule.
 */
public enum Parameter {
    DUTY(Group.DUE, Kind.CHOICE, Values.options("PERSON", "HOUSEHOLD"), rules -> text(rules.duty())),
    DUE(Group.DUE, Kind.AMOUNT, range(0, Parameter.MOST_AMOUNT).orNothing(), rules -> of(rules.debit(), Debit::due)),
    CYCLE(
            Group.DUE,
            Kind.CHOICE,
            Values.options("COMMON", "OWN", "SEASON"),
            rules -> cycle(rules).name()),
    CYCLE_DAYS(
            Group.DUE,
            Kind.DAYS,
            range(1, Parameter.YEAR),
            rules -> text(cycleOf(rules) instanceof Cycle.SinceStart own ? own.days() : 28)),
    SEASON_MONTHS(
            Group.DUE,
            Kind.MONTHS,
            range(1, 24),
            rules -> text(cycleOf(rules) instanceof Cycle.Season season ? season.months() : 12)),
    SEASON_STARTS(
            Group.DUE,
            Kind.COUNT,
            range(1, 12),
            rules -> text(
                    cycleOf(rules) instanceof Cycle.Season season
                            ? season.first().getMonthValue()
                            : Parameter.MARCH)),
    PENALTY(
            Group.DUE,
            Kind.AMOUNT,
            range(1, Parameter.MOST_AMOUNT).orNothing(),
            rules -> of(penalty(rules), Debit.Penalty::extra)),
    PENALTY_AT(
            Group.DUE,
            Kind.AMOUNT,
            range(-Parameter.MOST_AMOUNT, Parameter.MOST_AMOUNT),
            rules -> or(penalty(rules), Debit.Penalty::atMost, 0L)),
    PENALTY_ONCE(
            Group.DUE, Kind.YES_NO, Values.YES_NO, rules -> or(penalty(rules), Debit.Penalty::oncePerEpisode, false)),
    SURPLUS(Group.DUE, Kind.CHOICE, Values.options("KEEP", "LOSE", "SAVE"), Parameter::surplus),
    KEPT(
            Group.DUE,
            Kind.AMOUNT,
            range(0, Parameter.MOST_AMOUNT),
            rules -> or(surplusOf(rules), Debit.Surplus::kept, 0L)),
    MOST(
            Group.DUE,
            Kind.AMOUNT,
            range(0, Parameter.MOST_AMOUNT).orNothing(),
            rules -> of(rules.outcomes().most(), Function.identity())),

    ALERT_AT(
            Group.ALERT,
            Kind.AMOUNT,
            range(-Parameter.MOST_AMOUNT, 0).orNothing(),
            rules -> of(rules.alert(), Alert::at)),
    ALERT_CLEARED(
            Group.ALERT,
            Kind.AMOUNT,
            range(-Parameter.MOST_AMOUNT, Parameter.MOST_AMOUNT),
            rules -> or(rules.alert(), Alert::clearedAt, 0L)),
    ALERT_DAYS(Group.ALERT, Kind.DAYS, range(1, Parameter.YEAR), rules -> or(rules.alert(), Alert::days, 28)),
    ALERT_LAST(Group.ALERT, Kind.YES_NO, Values.YES_NO, rules -> or(rules.alert(), Alert::lastDayIncluded, true)),
    ALERT_ON_LEAVE(
            Group.ALERT,
            Kind.CHOICE,
            Values.options("RUNS", "PAUSES", "RESTARTS"),
            rules -> or(rules.alert(), Alert::onLeave, Alert.OnLeave.RUNS)),
    GRACE_DAYS(
            Group.ALERT,
            Kind.DAYS,
            range(0, Parameter.YEAR),
            rules -> text(rules.grace().days())),
    GRACE_ONCE(
            Group.ALERT, Kind.YES_NO, Values.YES_NO, rules -> text(rules.grace().oncePerAlert())),
    GRACE_NEXT(
            Group.ALERT, Kind.YES_NO, Values.YES_NO, rules -> text(rules.grace().endsAfterNextShift())),

    OUT_AT(
            Group.OUT,
            Kind.AMOUNT,
            range(-Parameter.MOST_AMOUNT, -1).orNothing(),
            rules -> of(rules.exit().at(), Function.identity())),
    OUT_ABSENCES(Group.OUT, Kind.COUNT, range(0, 20), rules -> text(rules.exit().absencesInARow())),
    FROZEN_AT(
            Group.OUT,
            Kind.AMOUNT,
            range(-Parameter.MOST_AMOUNT, -1).orNothing(),
            rules -> of(rules.freeze(), Freeze::at)),
    FROZEN_DAYS(Group.OUT, Kind.DAYS, range(0, Parameter.YEAR), rules -> or(rules.freeze(), Freeze::days, 10)),

    PER_DAY(
            Group.BOOKING,
            Kind.COUNT,
            range(1, 20).orNothing(),
            rules -> of(rules.booking().mostPerDay(), Function.identity())),
    PER_WINDOW(
            Group.BOOKING,
            Kind.COUNT,
            range(1, 100).orNothing(),
            rules -> of(rules.booking().mostPerWindow(), Function.identity())),
    WINDOW(
            Group.BOOKING,
            Kind.DAYS,
            range(1, Parameter.YEAR),
            rules -> text(rules.booking().windowDays())),
    BOOK(
            Group.BOOKING,
            Kind.HOURS,
            range(0, Parameter.MOST_HOURS),
            rules -> of(rules.booking().bookUntil(), Duration::toHours)),
    CANCEL(
            Group.BOOKING,
            Kind.HOURS,
            range(0, Parameter.MOST_HOURS).orNothing(),
            rules -> of(rules.booking().cancelUntil(), Duration::toHours)),
    EXCHANGE(
            Group.BOOKING,
            Kind.HOURS,
            range(0, Parameter.MOST_HOURS).orNothing(),
            rules -> of(rules.booking().exchangeUntil(), Duration::toHours)),
    OVERLAP(
            Group.BOOKING,
            Kind.MINUTES,
            range(0, 240),
            rules -> of(rules.booking().overlap(), Duration::toMinutes)),
    DEBT_ONLY(
            Group.BOOKING,
            Kind.YES_NO,
            Values.YES_NO,
            rules -> text(rules.booking().isMakeUpForDebt())),
    EXTRA(
            Group.BOOKING,
            Kind.DAYS,
            range(0, Parameter.YEAR).orNothing(),
            rules -> of(rules.booking().extraWithin(), Duration::toDays)),
    ACCOMPANIED(
            Group.BOOKING,
            Kind.YES_NO,
            Values.YES_NO,
            rules -> text(rules.booking().isBeginnerAccompanied())),
    GIVES_FIXED(
            Group.BOOKING,
            Kind.YES_NO,
            Values.YES_NO,
            rules -> text(rules.booking().givesFixedBack())),

    SHEET(
            Group.ATTENDANCE,
            Kind.MINUTES,
            range(0, 240),
            rules -> of(rules.attendance().opens(), Duration::toMinutes)),
    ASSUMED(
            Group.ATTENDANCE,
            Kind.CHOICE,
            Values.options(
                            Outcome.ATTENDED.name(),
                            Outcome.EXCUSED.name(),
                            Outcome.ABSENT.name(),
                            Outcome.ABSENT_TWICE.name())
                    .orNothing(),
            rules -> of(rules.attendance().assumed(), Function.identity())),

    SHOP_ALERT(Group.SHOPPING, StatusCode.ALERT),
    SHOP_GRACE(Group.SHOPPING, StatusCode.GRACE),
    SHOP_SUSPENDED(Group.SHOPPING, StatusCode.SUSPENDED),
    SHOP_FROZEN(Group.SHOPPING, StatusCode.FROZEN),
    SHOP_LEAVE(Group.SHOPPING, StatusCode.ON_LEAVE),
    SHOP_EXEMPT(Group.SHOPPING, StatusCode.EXEMPT),

    VOTE_AT(
            Group.VOTING,
            Kind.AMOUNT,
            range(-Parameter.MOST_AMOUNT, Parameter.MOST_AMOUNT).orNothing(),
            rules -> of(rules.voting().least(), Function.identity())),
    VOTE_SUSPENDED(Group.VOTING, StatusCode.SUSPENDED),
    VOTE_FROZEN(Group.VOTING, StatusCode.FROZEN),
    VOTE_OUT(Group.VOTING, StatusCode.STRUCK_OFF),
    VOTE_LEAVE(Group.VOTING, StatusCode.ON_LEAVE),
    VOTE_EXEMPT(Group.VOTING, StatusCode.EXEMPT);

    /** What a text may be of what the parameter counts. */
    public enum Kind {
        AMOUNT,
        COUNT,
        MINUTES,
        HOURS,
        DAYS,
        MONTHS,
        YES_NO,
        CHOICE
    }

    /** What parameters are about. */
    public enum Group {
        DUE,
        ALERT,
        OUT,
        BOOKING,
        ATTENDANCE,
        SHOPPING,
        VOTING
    }

    /** Of when something falls due. */
    private enum CycleKind {
        COMMON,
        OWN,
        SEASON
    }

    private record Values(Long least, Long most, List<String> options, boolean mayBeNothing) {
        private static final Values YES_NO = options("true", "false");

        static Values options(String... options) {
            return new Values(null, null, List.of(options), false);
        }

        Values orNothing() {
            return new Values(least, most, options, true);
        }
    }

    /** More than anybody will ever owe: a thousand shifts, or as many hours. */
    private static final long MOST_AMOUNT = 100_000;

    private static final long YEAR = 366;

    /** When gardens begin. */
    private static final int MARCH = 3;

    private static final long MOST_HOURS = 24 * YEAR;

    private final Group group;
    private final Kind kind;
    private final Values values;
    private final Function<Rules, String> value;
    private final StatusCode standing;

    Parameter(Group group, Kind kind, Values values, Function<Rules, String> value) {
        this.group = group;
        this.kind = kind;
        this.values = values;
        this.value = value;
        this.standing = null;
    }

    Parameter(Group group, StatusCode standing) {
        this.group = group;
        this.kind = Kind.YES_NO;
        this.values = Values.YES_NO;
        this.value = group == Group.SHOPPING
                ? rules -> text(mayShop(rules, standing))
                : rules -> text(!rules.voting().without().contains(standing));
        this.standing = standing;
    }

    /** What it is about. */
    public Group group() {
        return group;
    }

    /** What its text may be. */
    public Kind kind() {
        return kind;
    }

    /** The least number it takes; only where it takes one. */
    public long least() {
        return values.least();
    }

    /** The greatest number it takes; only where it takes one. */
    public long most() {
        return values.most();
    }

    /** What may be chosen, none where it takes a number. */
    public List<String> options() {
        return values.options();
    }

    /** Whether a co-op may have no such rule. */
    public boolean mayBeNothing() {
        return values.mayBeNothing();
    }

    /** Of which standing it says whether one may shop or vote, null for the others. */
    StatusCode standing() {
        return standing;
    }

    /** What it is by some rules, empty where they have no such rule. */
    public String of(Rules rules) {
        return value.apply(rules);
    }

    /** Whether a text is one of those it takes. */
    public boolean takes(String text) {
        if (text.isEmpty()) {
            return values.mayBeNothing();
        }
        if (!values.options().isEmpty()) {
            return values.options().contains(text);
        }
        if (!text.matches("-?\\d{1,9}")) {
            return false;
        }
        long number = Long.parseLong(text);
        return number >= values.least() && number <= values.most();
    }

    private static Values range(long least, long most) {
        return new Values(least, most, List.of(), false);
    }

    private static <T> String of(T part, Function<T, ?> value) {
        return part == null ? "" : value.apply(part).toString();
    }

    private static <T, V> String or(T part, Function<T, V> value, V otherwise) {
        return String.valueOf(part == null ? otherwise : value.apply(part));
    }

    private static String text(Object value) {
        return value.toString();
    }

    private static Cycle cycleOf(Rules rules) {
        return rules.debit() == null ? null : rules.debit().cycle();
    }

    private static CycleKind cycle(Rules rules) {
        if (cycleOf(rules) instanceof Cycle.SinceStart) {
            return CycleKind.OWN;
        }
        return cycleOf(rules) instanceof Cycle.Season ? CycleKind.SEASON : CycleKind.COMMON;
    }

    private static Debit.Penalty penalty(Rules rules) {
        return rules.debit() == null ? null : rules.debit().penalty();
    }

    private static Debit.Surplus surplusOf(Rules rules) {
        return rules.debit() == null ? null : rules.debit().surplus();
    }

    private static String surplus(Rules rules) {
        Debit.Surplus surplus = surplusOf(rules);
        if (surplus == null) {
            return "KEEP";
        }
        return surplus.saved() ? "SAVE" : "LOSE";
    }

    /** Rules that know neither alert nor grace would let whoever has one shop. */
    private static boolean mayShop(Rules rules, StatusCode standing) {
        boolean isOfAlert = standing == StatusCode.ALERT || standing == StatusCode.GRACE;
        return rules.shopping().contains(standing)
                || (isOfAlert && !rules.order().contains(standing));
    }
}
