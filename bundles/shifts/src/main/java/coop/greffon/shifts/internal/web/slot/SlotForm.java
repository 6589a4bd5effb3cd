package coop.greffon.shifts.internal.web.slot;

import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.Amounts;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import gg.jte.Content;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The form of a slot, for a new one and for one that is there. */
@Component(service = SlotForm.class)
public final class SlotForm {
    private final Templates templates = new StaticTemplates();
    private final RulesInForce rules;
    private final JpaSkills skills;

    @Activate
    public SlotForm(@Reference RulesInForce rules, @Reference JpaSkills skills) {
        this.rules = rules;
        this.skills = skills;
    }

    /**
     * What may be chosen, and how it is to be typed.
     *
     * @param unit what a shift is counted in
     * @param known the skills that the co-op knows already, in the reader's language
     */
    public record Options(List<Choice> weeks, List<Choice> weekdays, Unit unit, String known) {}

    /** In what the rules count, for whoever has a fixed place. */
    Unit unit(LocalDate day) {
        return rules.of(Track.FIXED).on(day).unit();
    }

    TemplateDraft read(Visit visit, Typed typed) {
        return new SlotReading(visit, typed, unit(visit.today()), skills.known()).draft();
    }

    /** What a new slot holds before anything is typed. */
    Map<String, String> usual(Visit visit) {
        Map<String, String> values = new HashMap<>();
        values.put("weekday", DayOfWeek.MONDAY.name());
        values.put("worth", unit(visit.today()) == Unit.MINUTES ? "180" : "1");
        values.put("minimum", "1");
        values.put("leaders", "0");
        values.put("from", visit.today().toString());
        return values;
    }

    Map<String, String> values(Visit visit, Template template) {
        var recurrence = template.recurrence();
        Map<String, String> values = new HashMap<>();
        values.put("revision", Long.toString(template.revision()));
        values.put("job", template.job());
        values.put("week", Objects.toString(recurrence.week(), ""));
        values.put("weekday", recurrence.weekday().name());
        values.put("starts", recurrence.starts().toString());
        values.put("ends", recurrence.ends().toString());
        values.put("worth", Amounts.typed(template.worth(), unit(visit.today()), visit.language()));
        values.put("minimum", Integer.toString(template.minimum()));
        values.put("seats", Integer.toString(template.seats()));
        values.put("leaders", Integer.toString(template.leaders()));
        values.put(
                "wanted",
                template.wanted().entrySet().stream()
                        .map(one -> visit.t("shifts.skill.counted", one.getKey(), one.getValue()))
                        .collect(Collectors.joining("\n")));
        values.put("from", recurrence.from().toString());
        values.put("to", Objects.toString(recurrence.to(), ""));
        return values;
    }

    /**
     * The form.
     *
     * @param cancel where one goes who changes nothing
     * @param changes what stands above the fields, null for nothing
     */
    Content content(Visit visit, Form form, String cancel, Content changes) {
        List<Choice> weeks = Stream.concat(
                        Stream.of((Integer) null),
                        IntStream.rangeClosed(1, rules.weeks(visit.today())).boxed())
                .map(week -> new Choice(Objects.toString(week, ""), visit.t(SlotWords.week(week))))
                .toList();
        List<Choice> weekdays = Arrays.stream(DayOfWeek.values())
                .map(day -> new Choice(day.name(), visit.t(SlotWords.weekday(day))))
                .toList();
        var options = new Options(weeks, weekdays, unit(visit.today()), SlotWords.skills(visit, skills.known()));
        return templates.slotForm(visit, form, options, cancel, changes);
    }

    /** What somebody else changed meanwhile, and what was typed instead. */
    Content changes(Visit visit, StaleEdit stale, Typed typed) {
        Unit unit = unit(visit.today());
        List<FieldChange> rows = stale.errors().stream()
                .map(error -> inWords(visit, new FieldChange(error.field(), error.value(), null), unit))
                .map(now -> new FieldChange(now.field(), now.before(), yours(typed, now.field())))
                .toList();
        return templates.slotStale(visit, rows);
    }

    private static String yours(Typed typed, String field) {
        String value = typed.text(field);
        return field.equals("week") && value != null ? SlotWords.letter(Integer.valueOf(value)) : value;
    }

    /** A change as people read it: amounts in the unit of the rules, weeks by their letters. */
    public static FieldChange inWords(Visit visit, FieldChange change, Unit unit) {
        return new FieldChange(
                change.field(),
                shown(visit, change.field(), change.before(), unit),
                shown(visit, change.field(), change.after(), unit));
    }

    private static String shown(Visit visit, String field, String value, Unit unit) {
        if (value == null) {
            return null;
        }
        return switch (field) {
            case "worth" -> Amounts.typed(Long.parseLong(value), unit, visit.language());
            case "week" -> SlotWords.letter(Integer.valueOf(value));
            default -> value;
        };
    }
}
