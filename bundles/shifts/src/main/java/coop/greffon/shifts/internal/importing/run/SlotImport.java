package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.shifts.internal.importing.Column;
import coop.greffon.shifts.internal.importing.Layout;
import coop.greffon.shifts.internal.importing.LineReader;
import coop.greffon.shifts.internal.importing.ReadLine;
import coop.greffon.shifts.internal.importing.SlotKey;
import coop.greffon.shifts.internal.importing.SlotLine;
import coop.greffon.shifts.internal.rules.Rules;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.store.slot.TemplateDraft;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Brings slots along: one of the same job, week, day and hour is the same slot. What a line leaves open stays as it is. */
@Component(service = SlotImport.class)
public final class SlotImport implements LineImport<SlotLine> {
    private final JpaTemplates templates;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public SlotImport(@Reference JpaTemplates templates, @Reference RulesInForce rules, @Reference Clock clock) {
        this.templates = templates;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public ReadLine<SlotLine> read(LineReader reader, TabularRow row) {
        return reader.slot(row);
    }

    @Override
    public String subject(SlotLine content) {
        return SlotLookup.words(content.key());
    }

    @Override
    public Applied apply(SlotLine line, Actor by) {
        Optional<Template> there = there(line);
        if (there.isEmpty()) {
            templates.add(added(line), by);
            return new Applied(Deed.ADDED, List.of());
        }
        Template before = there.get();
        TemplateDraft draft = changed(before, line);
        List<Text> details = changes(before, draft);
        if (details.isEmpty()) {
            return Applied.unchanged();
        }
        templates.change(before.id(), before.revision(), draft, by);
        return new Applied(Deed.CHANGED, details);
    }

    private Optional<Template> there(SlotLine line) {
        List<Template> fitting = SlotLookup.fitting(templates.all(), line.key());
        List<Template> running = fitting.stream()
                .filter(template -> SlotLookup.isRunning(template, LocalDate.now(clock)))
                .toList();
        if (running.size() > 1) {
            throw new InvalidInput(
                    FieldError.of("job", line.key().job(), Text.of("shifts.import.slot-twice", running.size())));
        }
        return running.isEmpty()
                ? fitting.stream()
                        .filter(over -> over.recurrence().to().equals(line.to()))
                        .findFirst()
                : Optional.of(running.get(0));
    }

    private TemplateDraft added(SlotLine line) {
        List<FieldError> missing = new ArrayList<>();
        if (line.ends() == null) {
            missing.add(FieldError.of("ends", null, Text.of("shifts.import.empty")));
        }
        if (line.seats() == null) {
            missing.add(FieldError.of("seats", null, Text.of("shifts.import.empty")));
        }
        if (!missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
        SlotKey key = line.key();
        return new TemplateDraft(
                key.job(),
                key.week(),
                key.weekday(),
                key.starts(),
                line.ends(),
                worth(line, fixed().outcomes().ordinary()),
                or(line.minimum(), 0),
                line.seats(),
                or(line.leaders(), 0),
                Map.of(),
                or(line.from(), LocalDate.now(clock)),
                line.to(),
                null);
    }

    private TemplateDraft changed(Template before, SlotLine line) {
        SlotKey key = line.key();
        return new TemplateDraft(
                before.job(),
                key.week(),
                key.weekday(),
                key.starts(),
                or(line.ends(), before.recurrence().ends()),
                worth(line, before.worth()),
                or(line.minimum(), before.minimum()),
                or(line.seats(), before.seats()),
                or(line.leaders(), before.leaders()),
                before.wanted(),
                or(line.from(), before.recurrence().from()),
                or(line.to(), before.recurrence().to()),
                null);
    }

    private long worth(SlotLine line, long otherwise) {
        return line.value() == null ? otherwise : Amounts.of("worth", line.value(), fixed().unit());
    }

    /** Slots count in the unit of whoever has a place on them. */
    private Rules fixed() {
        return rules.of(Track.FIXED).on(LocalDate.now(clock));
    }

    private static <T> T or(T said, T otherwise) {
        return said == null ? otherwise : said;
    }

    private List<Text> changes(Template before, TemplateDraft after) {
        List<Text> changes = new ArrayList<>();
        change(changes, Column.END, before.recurrence().ends(), after.ends());
        change(changes, Column.SEATS, before.seats(), after.seats());
        change(changes, Column.MINIMUM, before.minimum(), after.minimum());
        change(changes, Column.LEADERS, before.leaders(), after.leaders());
        change(
                changes,
                Column.VALUE,
                fixed().unit().shown(before.worth()),
                fixed().unit().shown(after.worth()));
        change(changes, Column.FROM, before.recurrence().from(), after.from());
        change(changes, Column.TO, before.recurrence().to(), after.to());
        return changes;
    }

    private static void change(List<Text> changes, Column column, Object before, Object after) {
        if (!Objects.equals(before, after)) {
            changes.add(Text.of(
                    "shifts.import.changed", column.key(), before == null ? "" : before.toString(), after.toString()));
        }
    }

    @Override
    public Column column(String field, SlotLine content, Layout layout) {
        return switch (field) {
            case "week" -> Column.WEEK;
            case "weekday" -> Column.WEEKDAY;
            case "starts" -> Column.START;
            case "ends" -> Column.END;
            case "worth" -> Column.VALUE;
            case "minimum" -> Column.MINIMUM;
            case "seats" -> Column.SEATS;
            case "leaders" -> Column.LEADERS;
            case "from" -> Column.FROM;
            case "to" -> Column.TO;
            default -> Column.JOB;
        };
    }
}
