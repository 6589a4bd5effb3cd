package coop.greffon.shifts.internal.words;

import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.LeaveOutlook;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.store.Period;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.leave.LeaveEffects;
import coop.greffon.shifts.internal.store.leave.LeaveRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A leave, and what it changes, in words. */
public final class LeaveWords {
    private LeaveWords() {}

    /** What a leave would change, sentence by sentence; the seats it frees are told by themselves. */
    public static List<Text> effects(LeaveEffects effects) {
        LeaveOutlook outlook = effects.outlook();
        List<Text> sentences = new ArrayList<>();
        sentences.add(Text.of(outlook.during().mayShop() ? "shifts.effect.shops" : "shifts.effect.stays-out"));
        due(outlook, sentences);
        standing(outlook, sentences);
        alert(outlook, sentences);
        String place = effects.period().placesEnd() == null ? "shifts.effect.place-kept" : "shifts.effect.place-lost";
        effects.places().forEach(template -> sentences.add(Text.of(place, SlotWords.title(template))));
        if (effects.period().document() != null) {
            Period.Document document = effects.period().document();
            sentences.add(Text.of("shifts.effect.document", document.due(), document.voidOn()));
        }
        return sentences;
    }

    private static void due(LeaveOutlook outlook, List<Text> sentences) {
        if (outlook.waived().isEmpty() && outlook.due().isEmpty()) {
            sentences.add(Text.of("shifts.effect.no-cycle"));
        }
        counted("shifts.effect.waived", outlook.waived(), sentences);
        counted("shifts.effect.due", outlook.due(), sentences);
    }

    private static void counted(String key, List<LocalDate> days, List<Text> sentences) {
        if (!days.isEmpty()) {
            sentences.add(Text.of(key, days.size(), days.get(0)));
        }
    }

    private static void standing(LeaveOutlook outlook, List<Text> sentences) {
        Text during = StandingWords.name(outlook.during().code());
        sentences.add(
                outlook.during().code() == outlook.without().code()
                        ? Text.of("shifts.effect.same", during)
                        : Text.of(
                                "shifts.effect.standing",
                                during,
                                StandingWords.name(outlook.without().code())));
        Standing after = outlook.after();
        if (after != null) {
            Text name = StandingWords.name(after.code());
            sentences.add(
                    after.until() == null
                            ? Text.of("shifts.effect.after", name)
                            : Text.of("shifts.effect.after-until", name, after.until()));
        }
    }

    private static void alert(LeaveOutlook outlook, List<Text> sentences) {
        if (outlook.alertWithout().isPresent() && !outlook.alertWithout().equals(outlook.alertWith())) {
            LocalDate without = outlook.alertWithout().get();
            sentences.add(outlook.alertWith()
                    .map(with -> Text.of("shifts.effect.alert", with, without))
                    .orElseGet(() -> Text.of("shifts.effect.no-alert", without)));
        }
    }

    /**
     * Which leave.
     *
     * @param kind null where it is another's
     */
    public static Text kind(PeriodKind kind) {
        return kind == null ? Text.of("shifts.leave.of-another") : Text.of("shifts.period." + kind);
    }

    /** Which days. */
    public static Text days(LeaveRequest request) {
        return SlotWords.days(request.from(), request.to());
    }
}
