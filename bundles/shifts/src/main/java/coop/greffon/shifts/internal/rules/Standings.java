package coop.greffon.shifts.internal.rules;

import coop.greffon.shifts.internal.rules.Standing.NoVote;
import coop.greffon.shifts.internal.rules.Standing.Reason;
import coop.greffon.shifts.internal.rules.Standing.Remedy;
import coop.greffon.shifts.internal.rules.Standing.Remedy.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where somebody stands at the end of a day: the first status of the rules' order that holds. */
public final class Standings {
    private final Worker worker;
    private final Timeline timeline;
    private final Rules rules;
    private final LocalDate day;
    private final long main;
    private final long compensation;
    private final Optional<AlertStretch> alert;

    private Standings(Worker worker, Timeline timeline, LocalDate day) {
        this.worker = worker;
        this.timeline = timeline;
        this.rules = timeline.on(day);
        this.day = day;
        this.main = worker.journal().balance(Counter.MAIN, day);
        this.compensation = worker.journal().balance(Counter.COMPENSATION, day);
        this.alert = rules.alert() == null ? Optional.empty() : AlertStretch.on(worker, timeline, day);
    }

    /** The standing at the end of a day, by the rules of that day. */
    public static Standing on(Worker worker, Timeline rules, LocalDate day) {
        return new Standings(worker, rules, day).standing();
    }

    private Standing standing() {
        List<Reason> reasons = new ArrayList<>();
        for (StatusCode code : rules.order()) {
            reason(code).ifPresent(reasons::add);
        }
        if (reasons.isEmpty()) {
            return new Standing(
                    StatusCode.UP_TO_DATE,
                    rules.shopping().contains(StatusCode.UP_TO_DATE),
                    null,
                    List.of(),
                    List.of(),
                    noVote(List.of()),
                    begins());
        }
        Reason first = reasons.get(0);
        return new Standing(
                first.code(),
                rules.shopping().contains(first.code()),
                first.until(),
                reasons,
                remedies(first),
                noVote(reasons),
                begins());
    }

    private LocalDate begins() {
        return day.isBefore(worker.start()) ? worker.start() : null;
    }

    /** A leave does not give back the vote that something else takes; a grace hides what comes after it, as at the door. */
    private NoVote noVote(List<Reason> reasons) {
        VotingTerms voting = rules.voting();
        for (Reason reason : reasons) {
            if (voting.without().contains(reason.code())) {
                return new NoVote(NoVote.Because.STANDING, reason.code(), 0, 0);
            }
            if (reason.code() == StatusCode.GRACE) {
                break;
            }
        }
        return voting.least() == null || main >= voting.least()
                ? null
                : new NoVote(NoVote.Because.COUNTER, null, voting.least(), voting.least() - main);
    }

    private Optional<Reason> reason(StatusCode code) {
        return switch (code) {
            case FORMER, BLOCKED -> worker.flag(code, day).map(flag -> new Reason(code, flag.from(), flag.to()));
            case ON_LEAVE -> leave(false).map(leave -> new Reason(code, leave.from(), leave.to()));
            case EXEMPT -> leave(true).map(leave -> new Reason(code, leave.from(), leave.to()));
            case GRACE ->
                alert.flatMap(running -> worker.grace(day)).map(grace -> new Reason(code, grace.from(), grace.to()));
            case ALERT ->
                alert.filter(running -> !day.isAfter(running.last()))
                        .map(running -> new Reason(code, running.first(), known(running.last())));
            case SUSPENDED ->
                alert.filter(running -> worker.grace(day).isEmpty())
                        .flatMap(running -> since(day, this::suspension))
                        .map(first -> new Reason(code, first, null));
            case STRUCK_OFF -> struckOff();
            case FROZEN -> frozen();
            case UP_TO_DATE ->
                throw new IllegalArgumentException("up to date is what is left, and has no place of its own");
        };
    }

    private static LocalDate known(LocalDate day) {
        return day.equals(LocalDate.MAX) ? null : day;
    }

    private Optional<Leave> leave(boolean mayShop) {
        return worker.leaves().stream()
                .filter(leave -> leave.type().mayShop() == mayShop && leave.covers(day))
                .findFirst();
    }

    private Optional<Reason> struckOff() {
        Optional<Flag> flag = worker.flag(StatusCode.STRUCK_OFF, day);
        if (flag.isPresent()) {
            return flag.map(one -> new Reason(StatusCode.STRUCK_OFF, one.from(), one.to()));
        }
        Long at = rules.exit().at();
        boolean owesTooMuch = at != null && main + (rules.countsCompensations() ? compensation : 0) <= at;
        boolean wasAwayTooOften = rules.exit().absencesInARow() > 0
                && AbsencesInARow.of(worker.journal(), takenBack(), day)
                        >= rules.exit().absencesInARow();
        return owesTooMuch || wasAwayTooOften
                ? Optional.of(new Reason(StatusCode.STRUCK_OFF, null, null))
                : Optional.empty();
    }

    /** Since when absences count: the day after the last striking-off that was taken back. */
    private LocalDate takenBack() {
        return worker.flags().stream()
                .filter(flag -> flag.kind() == StatusCode.STRUCK_OFF && flag.to() != null)
                .map(flag -> flag.to().plusDays(1))
                .filter(since -> !since.isAfter(day))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private long booked() {
        Freeze freeze = rules.freeze();
        return worker.booked().stream()
                .filter(shift -> !shift.on().isBefore(day.minusDays(freeze.bookedDaysBefore()))
                        && !shift.on().isAfter(day.plusDays(freeze.bookedDaysAfter())))
                .mapToLong(BookedShift::value)
                .sum();
    }

    private Optional<Reason> frozen() {
        Freeze freeze = rules.freeze();
        if (freeze == null) {
            return Optional.empty();
        }
        return since(day, this::freezing)
                .filter(first -> main + booked() <= freeze.at())
                .map(first -> new Reason(StatusCode.FROZEN, first, null));
    }

    /** Since when, by the rules of a day alone, an alert has lasted too long. */
    private Optional<LocalDate> suspension(LocalDate on) {
        return timeline.on(on).alert() == null
                ? Optional.empty()
                : AlertStretch.on(worker, timeline, on)
                        .map(AlertStretch::last)
                        .filter(on::isAfter)
                        .map(last -> last.plusDays(1));
    }

    /** Since when, by the rules of a day alone, a debt has been deep for too long. */
    private Optional<LocalDate> freezing(LocalDate on) {
        Freeze freeze = timeline.on(on).freeze();
        return freeze == null
                ? Optional.empty()
                : AlertStretch.begin(worker.journal(), timeline, Standings::freezing, on)
                        .map(first -> first.plusDays(freeze.days() + 1L))
                        .filter(first -> !on.isBefore(first));
    }

    /** Since when it has held without interruption, each day measured by its own rules: new ones take nothing away before they hold. */
    private Optional<LocalDate> since(LocalDate on, Function<LocalDate, Optional<LocalDate>> alone) {
        LocalDate chosen = timeline.from(on);
        return alone.apply(on)
                .map(first -> first.isAfter(chosen)
                        ? first
                        : since(chosen.minusDays(1), alone).orElse(chosen));
    }

    private static AlertStretch.Bounds freezing(Rules rules) {
        Freeze freeze = rules.freeze();
        return freeze == null ? null : new AlertStretch.Bounds(freeze.at(), freeze.at() + 1);
    }

    private List<Remedy> remedies(Reason first) {
        return switch (first.code()) {
            case FORMER, BLOCKED -> List.of(new Remedy(Kind.ASK_THE_OFFICE, 0, null));
            case ON_LEAVE -> List.of(new Remedy(Kind.COME_BACK, 0, first.until()));
            case STRUCK_OFF -> List.of(new Remedy(Kind.ASK_THE_OFFICE, 0, null));
            case FROZEN -> List.of(new Remedy(Kind.WORK, toThaw(), null));
            case ALERT, GRACE -> List.of(new Remedy(Kind.WORK, owed(), first.until()));
            case SUSPENDED -> {
                List<Remedy> remedies = new ArrayList<>(List.of(new Remedy(Kind.WORK, owed(), null)));
                if (rules.grace().days() > 0 && (!rules.grace().oncePerAlert() || isGraceUnused())) {
                    remedies.add(new Remedy(Kind.ASK_FOR_GRACE, 0, lastDayOfGrace()));
                }
                yield remedies;
            }
            case EXEMPT, UP_TO_DATE -> List.of();
        };
    }

    /** Whole shifts, since nobody does a hundredth of one. */
    private long toThaw() {
        long lacking = rules.freeze().at() + 1 - main - booked();
        long ordinary = rules.outcomes().ordinary();
        return (lacking + ordinary - 1) / ordinary * ordinary;
    }

    private long owed() {
        long makeUps = rules.countsCompensations() ? Math.max(0, -compensation) : 0;
        return Math.max(0, rules.alert().clearedAt() - main) + makeUps;
    }

    private LocalDate lastDayOfGrace() {
        LocalDate last = day.plusDays(rules.grace().days());
        return rules.grace().endsAfterNextShift()
                ? worker.booked().stream()
                        .map(shift -> shift.on().plusDays(1))
                        .filter(after -> after.isAfter(day) && after.isBefore(last))
                        .min(Comparator.naturalOrder())
                        .orElse(last)
                : last;
    }

    private boolean isGraceUnused() {
        LocalDate first = alert.orElseThrow().first();
        return worker.graces().stream()
                .noneMatch(
                        grace -> !grace.from().isBefore(first) && !grace.from().isAfter(day));
    }
}
