package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.members.MemberSummary;
import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.rules.booking.Prospects.Prospect;
import coop.greffon.shifts.internal.store.exchange.AskState;
import coop.greffon.shifts.internal.store.exchange.Exchange;
import coop.greffon.shifts.internal.store.exchange.ExchangeState;
import coop.greffon.shifts.internal.store.slot.Booking;
import coop.greffon.shifts.internal.store.slot.BookingState;
import coop.greffon.shifts.internal.store.slot.ListedShift;
import coop.greffon.shifts.internal.store.slot.Shift;
import coop.greffon.shifts.internal.store.slot.ShiftState;
import coop.greffon.web.Visit;
import coop.greffon.web.table.Column.Tone;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A shift in words. */
public final class ShiftWords {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private ShiftWords() {}

    /** From when to when it takes place. */
    public static String hours(Visit visit, Shift shift) {
        return visit.t(
                "shifts.shift.hours",
                hour(visit, shift.span().starts()),
                hour(visit, shift.span().ends()));
    }

    private static String hour(Visit visit, Instant at) {
        return HOUR.format(at.atZone(visit.zone()));
    }

    /** When and what. */
    public static String title(Visit visit, Shift shift) {
        return visit.t("shifts.shift.title", visit.longDate(shift.day()), hours(visit, shift), shift.job());
    }

    /** Whether it is to begin yet, and takes place. */
    public static boolean isToCome(Shift shift, Instant now) {
        return shift.state() == ShiftState.PLANNED && now.isBefore(shift.span().starts());
    }

    /** How full it is; of one that has begun, that it has. */
    public static Text fill(ListedShift listed, Instant now) {
        if (listed.shift().state() == ShiftState.CANCELLED) {
            return Text.of("shifts.shift.cancelled");
        }
        if (!isToCome(listed.shift(), now)) {
            boolean isOver = !now.isBefore(listed.shift().span().ends());
            return Text.of(isOver ? "shifts.shift.over" : "shifts.shift.running");
        }
        return Text.of("shifts.shift.free", listed.free());
    }

    /** How many people lack, where somebody may come yet; null where enough come. */
    public static Text lacking(ListedShift listed, Instant now) {
        return isToCome(listed.shift(), now) ? lacking(listed) : null;
    }

    /** How many people lack; null where enough come. */
    public static Text lacking(ListedShift listed) {
        return listed.shift().state() == ShiftState.PLANNED && listed.isShort()
                ? Text.of("shifts.shift.short", listed.lacking())
                : null;
    }

    /** What became of a seat. */
    public static Text state(Booking booking) {
        return Text.of("shifts.booking." + booking.state());
    }

    /** How good that is. */
    public static Tone tone(BookingState state) {
        return switch (state) {
            case BOOKED, ATTENDED, NOT_HELD -> Tone.OK;
            case SEEKING, EXCUSED, ANNOUNCED -> Tone.WARN;
            case ABSENT, ABSENT_TWICE -> Tone.DENY;
            case CANCELLED, TAKEN_OVER, AWAY -> Tone.NEUTRAL;
        };
    }

    /** How good what became of a request is. */
    public static Tone tone(AskState state) {
        return switch (state) {
            case ASKED -> Tone.WARN;
            case ACCEPTED -> Tone.OK;
            case REFUSED, WITHDRAWN, OVER -> Tone.NEUTRAL;
        };
    }

    /** How good what became of an exchange is. */
    public static Tone tone(ExchangeState state) {
        return switch (state) {
            case OPEN -> Tone.WARN;
            case DONE -> Tone.OK;
            case REFUSED, WITHDRAWN, OVER -> Tone.NEUTRAL;
        };
    }

    /** How many answers to an offer are open. */
    public static long open(Exchange exchange) {
        return exchange.answers().stream()
                .filter(answer -> answer.state() == ExchangeState.OPEN)
                .count();
    }

    /** What somebody is called. */
    public static String name(Map<Long, MemberSummary> names, long id) {
        MemberSummary known = names.get(id);
        return known == null ? "" : known.name();
    }

    /** What would become of somebody, sentence by sentence. */
    public static List<Text> prospect(Prospect prospect, Prospect coming, Unit unit) {
        List<Text> sentences = new ArrayList<>();
        sentences.add(
                prospect.main() == coming.main() && prospect.compensation() == coming.compensation()
                        ? Text.of("shifts.prospect.same")
                        : Text.of(
                                "shifts.prospect.counter",
                                StandingWords.amount(prospect.main(), unit),
                                StandingWords.amount(coming.main(), unit)));
        if (prospect.compensation() != coming.compensation()) {
            sentences.add(Text.of("shifts.prospect.compensation", StandingWords.amount(prospect.compensation(), unit)));
        }
        if (prospect.standing() != coming.standing()) {
            sentences.add(Text.of("shifts.prospect.standing", StandingWords.name(prospect.standing())));
        } else if (prospect.standing() != StatusCode.UP_TO_DATE) {
            sentences.add(Text.of("shifts.prospect.still", StandingWords.name(prospect.standing())));
        }
        alert(prospect.forecast(), coming.forecast(), sentences);
        return sentences;
    }

    private static void alert(AlertForecast forecast, AlertForecast coming, List<Text> sentences) {
        forecast.withBooked()
                .filter(next -> !coming.withBooked().filter(next::equals).isPresent())
                .ifPresent(next -> sentences.add(Text.of("shifts.prospect.alert", next)));
    }
}
