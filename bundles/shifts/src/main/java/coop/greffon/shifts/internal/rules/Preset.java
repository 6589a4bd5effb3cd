package coop.greffon.shifts.internal.rules;

import static coop.greffon.shifts.internal.rules.StatusCode.ALERT;
import static coop.greffon.shifts.internal.rules.StatusCode.BLOCKED;
import static coop.greffon.shifts.internal.rules.StatusCode.EXEMPT;
import static coop.greffon.shifts.internal.rules.StatusCode.FORMER;
import static coop.greffon.shifts.internal.rules.StatusCode.FROZEN;
import static coop.greffon.shifts.internal.rules.StatusCode.GRACE;
import static coop.greffon.shifts.internal.rules.StatusCode.ON_LEAVE;
import static coop.greffon.shifts.internal.rules.StatusCode.STRUCK_OFF;
import static coop.greffon.shifts.internal.rules.StatusCode.SUSPENDED;
import static coop.greffon.shifts.internal.rules.StatusCode.UP_TO_DATE;

import coop.greffon.shifts.internal.rules.Alert.OnLeave;
import coop.greffon.shifts.internal.rules.Debit.Penalty;
import coop.greffon.shifts.internal.rules.Debit.Surplus;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rules of co-ops that others start from. */
public enum Preset {
    /** A fixed place every four weeks; an absence costs one make-up or two. */
    BEES_REGULAR(calendar -> new Rules(
            Unit.HUNDREDTHS_OF_A_SHIFT,
            DutyUnit.PERSON,
            null,
            new Outcomes(
                    Outcomes.alike(
                            Outcomes.table(Effect.NOTHING, Effect.NOTHING, Effect.of(-1, 0), Effect.of(-1, -1)),
                            Outcomes.table(Effect.repaying(), Effect.NOTHING, Effect.of(-1, 0), Effect.of(-1, -1))),
                    Preset.SHIFT,
                    List.of(Counter.MAIN, Counter.COMPENSATION),
                    null),
            new Alert(-1, 0, 28, true, OnLeave.RESTARTS),
            new GraceTerms(10, false, true),
            Exit.at(-4 * Preset.SHIFT),
            null,
            BookingTerms.most(5, 2),
            AttendanceTerms.assuming(Outcome.ABSENT_TWICE),
            List.of(FORMER, ON_LEAVE, EXEMPT, GRACE, STRUCK_OFF, SUSPENDED, ALERT),
            Set.of(UP_TO_DATE, ALERT, GRACE, EXEMPT),
            VotingTerms.MEMBERS)),

    /** One shift of one's choice every 28 days. */
    BEES_FLYING(calendar -> new Rules(
            Unit.HUNDREDTHS_OF_A_SHIFT,
            DutyUnit.PERSON,
            new Debit(
                    new Cycle.SinceStart(28),
                    Preset.SHIFT,
                    new Penalty(Preset.SHIFT, 0, true),
                    Set.of(STRUCK_OFF, EXEMPT, ON_LEAVE),
                    null),
            Preset.counted(
                    Preset.SHIFT, Outcomes.table(Effect.of(1, 0), Effect.of(1, 0), Effect.NOTHING, Effect.of(-1, 0))),
            new Alert(-1, 0, 28, true, OnLeave.RESTARTS),
            new GraceTerms(10, false, true),
            Exit.at(-4 * Preset.SHIFT),
            null,
            BookingTerms.most(5, 2),
            AttendanceTerms.assuming(Outcome.ABSENT_TWICE),
            List.of(FORMER, ON_LEAVE, EXEMPT, GRACE, STRUCK_OFF, SUSPENDED, ALERT),
            Set.of(UP_TO_DATE, ALERT, GRACE, EXEMPT),
            VotingTerms.MEMBERS)),

    /** Everybody owes one shift every 28 days; one may be owed without consequence. */
    MACAVRAC(calendar -> new Rules(
            Unit.HUNDREDTHS_OF_A_SHIFT,
            DutyUnit.PERSON,
            new Debit(new Cycle.SinceStart(28), Preset.SHIFT, null, Set.of(FORMER, STRUCK_OFF, EXEMPT), null),
            Preset.counted(
                    Preset.SHIFT,
                    Outcomes.table(Effect.byValue(1), Effect.NOTHING, Effect.byValue(-1), Effect.byValue(-1))),
            new Alert(-2 * Preset.SHIFT, 0, 28, false, OnLeave.RUNS),
            GraceTerms.NONE,
            Exit.at(-4 * Preset.SHIFT),
            null,
            BookingTerms.most(5, 2),
            AttendanceTerms.assuming(Outcome.ABSENT),
            List.of(FORMER, EXEMPT, ON_LEAVE, STRUCK_OFF, SUSPENDED, ALERT),
            Set.of(UP_TO_DATE, ALERT, EXEMPT),
            VotingTerms.MEMBERS)),

    /** A fixed place in a team; the counter is never above zero. */
    LOUVE_ABCD(calendar -> new Rules(
            Unit.HUNDREDTHS_OF_A_SHIFT,
            DutyUnit.PERSON,
            null,
            new Outcomes(
                    Outcomes.alike(
                            Outcomes.table(Effect.NOTHING, Effect.of(-1, 0), Effect.of(-2, 0), Effect.of(-2, 0)),
                            Outcomes.table(Effect.byValue(1), Effect.NOTHING, Effect.NOTHING, Effect.NOTHING)),
                    Preset.SHIFT,
                    List.of(Counter.MAIN),
                    0L),
            new Alert(-1, 0, 28, false, OnLeave.RUNS),
            new GraceTerms(28, true, true),
            new Exit(null, 2),
            null,
            BookingTerms.forDebts(5, 24),
            AttendanceTerms.assuming(null),
            List.of(FORMER, STRUCK_OFF, BLOCKED, ON_LEAVE, GRACE, SUSPENDED, ALERT, EXEMPT),
            Set.of(UP_TO_DATE, ALERT, GRACE, EXEMPT),
            VotingTerms.MEMBERS)),

    /** The flying team of the same co-op: one shift per cycle, two where none was done. */
    LOUVE_FTOP(calendar -> new Rules(
            Unit.HUNDREDTHS_OF_A_SHIFT,
            DutyUnit.PERSON,
            new Debit(
                    new Cycle.Common(calendar),
                    Preset.SHIFT,
                    new Penalty(Preset.SHIFT, Preset.SHIFT - 1, false),
                    Set.of(FORMER, STRUCK_OFF, EXEMPT, ON_LEAVE),
                    null),
            new Outcomes(
                    Map.of(
                            Origin.FIXED_PLACE,
                            Outcomes.table(Effect.byValue(1), Effect.of(-1, 0), Effect.of(-1, 0), Effect.of(-1, 0)),
                            Origin.FREE,
                            Outcomes.table(Effect.byValue(1), Effect.NOTHING, Effect.of(-1, 0), Effect.of(-1, 0)),
                            Origin.MAKE_UP,
                            Outcomes.table(Effect.byValue(1), Effect.NOTHING, Effect.of(-1, 0), Effect.of(-1, 0))),
                    Preset.SHIFT,
                    List.of(Counter.MAIN),
                    null),
            new Alert(-1, 0, 28, false, OnLeave.RUNS),
            new GraceTerms(28, true, true),
            Exit.at(-8 * Preset.SHIFT),
            null,
            BookingTerms.most(5, 24),
            AttendanceTerms.assuming(null),
            List.of(FORMER, STRUCK_OFF, BLOCKED, ON_LEAVE, GRACE, SUSPENDED, ALERT, EXEMPT),
            Set.of(UP_TO_DATE, ALERT, GRACE, EXEMPT),
            VotingTerms.MEMBERS)),

    /** Three hours per cycle and household, counted in minutes; what is done beyond is lost. */
    ELEFAN(calendar -> new Rules(
            Unit.MINUTES,
            DutyUnit.HOUSEHOLD,
            new Debit(
                    new Cycle.Common(calendar),
                    Preset.THREE_HOURS,
                    null,
                    Set.of(FORMER, ON_LEAVE, EXEMPT),
                    new Surplus(0, false)),
            Preset.counted(
                    Preset.THREE_HOURS,
                    Outcomes.table(Effect.byValue(1), Effect.NOTHING, Effect.NOTHING, Effect.NOTHING)),
            null,
            GraceTerms.NONE,
            Exit.NEVER,
            null,
            BookingTerms.whatIsDue(30, 3),
            AttendanceTerms.assuming(Outcome.ABSENT),
            List.of(FORMER, BLOCKED, ON_LEAVE, EXEMPT),
            Set.of(UP_TO_DATE, EXEMPT),
            new VotingTerms(-3 * Preset.THREE_HOURS, Set.of(FORMER)))),

    /** One shift per cycle; a debt of four for more than ten days freezes. */
    SUPERCOOP(calendar -> new Rules(
            Unit.HUNDREDTHS_OF_A_SHIFT,
            DutyUnit.PERSON,
            new Debit(new Cycle.Common(calendar), Preset.SHIFT, null, Set.of(FORMER, ON_LEAVE, EXEMPT, FROZEN), null),
            Preset.counted(
                    Preset.SHIFT, Outcomes.table(Effect.of(1, 0), Effect.of(1, 0), Effect.of(-1, 0), Effect.of(-1, 0))),
            null,
            GraceTerms.NONE,
            Exit.NEVER,
            new Freeze(-4 * Preset.SHIFT, 10, 28, 56),
            BookingTerms.until(7 * 24, 2 * 24),
            AttendanceTerms.assuming(null),
            List.of(FORMER, BLOCKED, ON_LEAVE, EXEMPT, FROZEN),
            Set.of(UP_TO_DATE, EXEMPT),
            new VotingTerms(null, Set.of(FORMER, FROZEN)))),

    /** Half-days per season, from March; reminders only. */
    GARDEN(calendar -> new Rules(
            Unit.HUNDREDTHS_OF_A_SHIFT,
            DutyUnit.PERSON,
            new Debit(
                    new Cycle.Season(
                            LocalDate.of(calendar.anchors().get(0).monday().getYear(), 3, 1), 12),
                    4 * Preset.SHIFT,
                    null,
                    Set.of(FORMER, ON_LEAVE, EXEMPT),
                    null),
            Preset.counted(
                    Preset.SHIFT, Outcomes.table(Effect.byValue(1), Effect.NOTHING, Effect.NOTHING, Effect.NOTHING)),
            null,
            GraceTerms.NONE,
            Exit.NEVER,
            null,
            BookingTerms.until(24, 24),
            AttendanceTerms.assuming(null),
            List.of(FORMER, BLOCKED, ON_LEAVE, EXEMPT),
            Set.of(UP_TO_DATE, EXEMPT),
            VotingTerms.MEMBERS));

    /** What an ordinary shift counts in hundredths. */
    public static final long SHIFT = 100;

    private static final long THREE_HOURS = 180;

    private final Function<CycleCalendar, Rules> rules;

    Preset(Function<CycleCalendar, Rules> rules) {
        this.rules = rules;
    }

    private static Outcomes counted(long ordinary, Map<Outcome, Effect> outcomes) {
        return new Outcomes(Outcomes.alike(outcomes, outcomes), ordinary, List.of(Counter.MAIN), null);
    }

    /** The name in addresses and message keys, such as {@code bees-flying}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The rules with all their numbers, counted from a calendar where the cycle is the same for everybody. */
    public Rules rules(CycleCalendar calendar) {
        return rules.apply(calendar);
    }
}
