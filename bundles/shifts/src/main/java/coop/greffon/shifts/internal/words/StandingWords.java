package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standing.NoVote;
import coop.greffon.shifts.internal.rules.Standing.Reason;
import coop.greffon.shifts.internal.rules.Standing.Remedy;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.ListedWorker;
import coop.greffon.web.Visit;
import coop.greffon.web.table.Column.Tone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/** A standing in words. */
public final class StandingWords {
    private StandingWords() {}

    /** What a standing is called. */
    public static Text name(StatusCode code) {
        return Text.of("shifts.standing." + code);
    }

    /** What a standing is called, and of somebody who has not begun that they have not. */
    public static Text name(Standing standing) {
        return standing.isToCome() ? Text.of("shifts.standing.to-come") : name(standing.code());
    }

    /** The same, in a list. */
    public static Text name(ListedWorker worker) {
        return worker.toCome() ? Text.of("shifts.standing.to-come") : name(worker.standing());
    }

    /** How good it is. */
    public static Tone tone(StatusCode code, boolean mayShop) {
        if (!mayShop) {
            return Tone.DENY;
        }
        return code == StatusCode.ALERT || code == StatusCode.GRACE ? Tone.WARN : Tone.OK;
    }

    /** What it means for whoever stands so, in a sentence. */
    public static Text meaning(Standing standing) {
        if (standing.isToCome()) {
            return Text.of(
                    standing.mayShop() ? "shifts.standing.to-come.shops" : "shifts.standing.to-come.stays-out",
                    standing.begins());
        }
        return Text.of("shifts.standing." + standing.code() + (standing.mayShop() ? ".shops" : ".stays-out"));
    }

    /** Whether they may vote, and why not. */
    public static Text vote(Standing standing, Unit unit) {
        NoVote none = standing.noVote();
        if (none == null) {
            return Text.of("shifts.vote.yes");
        }
        return switch (none.because()) {
            case STANDING -> Text.of("shifts.vote.STANDING", name(none.standing()));
            case COUNTER -> Text.of("shifts.vote.COUNTER", amount(none.least(), unit), amount(none.lacking(), unit));
        };
    }

    /** Something that holds, with its days. */
    public static String reason(Visit visit, Reason reason) {
        String name = visit.t(name(reason.code()));
        if (reason.since() == null) {
            return name;
        }
        return reason.until() == null
                ? visit.t("shifts.reason.since", name, day(visit, reason.since()))
                : visit.t("shifts.reason.between", name, day(visit, reason.since()), day(visit, reason.until()));
    }

    /** What would help. */
    public static Text remedy(Remedy remedy, Unit unit) {
        String key = "shifts.remedy." + remedy.kind();
        return switch (remedy.kind()) {
            case WORK ->
                remedy.by() == null
                        ? Text.of(key, amount(remedy.amount(), unit))
                        : Text.of(key + ".by", amount(remedy.amount(), unit), remedy.by());
            case COME_BACK, ASK_FOR_GRACE -> remedy.by() == null ? Text.of(key) : Text.of(key + ".by", remedy.by());
            case ASK_THE_OFFICE -> Text.of(key);
        };
    }

    /** When the next alert begins. */
    public static Text forecast(Standing standing, AlertForecast forecast) {
        if (forecast.ifNothing().isEmpty()) {
            boolean runs = standing.reasons().stream()
                    .map(Reason::code)
                    .anyMatch(Set.of(StatusCode.ALERT, StatusCode.GRACE, StatusCode.SUSPENDED)::contains);
            return Text.of(runs ? "shifts.forecast.runs" : "shifts.forecast.none");
        }
        LocalDate ifNothing = forecast.ifNothing().get();
        return forecast.withBooked()
                .filter(other -> !other.equals(ifNothing))
                .map(other -> Text.of("shifts.forecast.booked", ifNothing, other))
                .orElseGet(() -> Text.of("shifts.forecast.if-nothing", ifNothing));
    }

    /** An amount with its unit, as an argument of a sentence. */
    public static Text amount(long amount, Unit unit) {
        BigDecimal shown = unit.shown(amount);
        return Text.of("shifts.amount." + unit, shown, shown.abs());
    }

    private static String day(Visit visit, LocalDate day) {
        return day.equals(LocalDate.MIN) ? "" : visit.date(day);
    }
}
