package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.tabular.Cell;
import coop.greffon.core.tabular.ExportSheet;
import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.core.tabular.TabularWriter;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.slot.Recurrence;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.AllAccounts;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.store.slot.FixedPlace;
import coop.greffon.shifts.internal.store.slot.JpaFixedPlaces;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.store.slot.JpaTemplates;
import coop.greffon.shifts.internal.store.slot.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes what holds today into a file that the import reads back. */
@Component(service = ShiftExport.class)
public final class ShiftExport {
    private final JpaTemplates templates;
    private final JpaFixedPlaces places;
    private final AllAccounts accounts;
    private final JpaSkills skills;
    private final Members members;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public ShiftExport(
            @Reference JpaTemplates templates,
            @Reference JpaFixedPlaces places,
            @Reference AllAccounts accounts,
            @Reference JpaSkills skills,
            @Reference Members members,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.templates = templates;
        this.places = places;
        this.accounts = accounts;
        this.skills = skills;
        this.members = members;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Writes the slots and places that are not over, or the counters as they stand, or what people can do.
     *
     * @return how many lines
     */
    public int write(Kind kind, TabularOutput format, OutputStream out) throws IOException {
        List<List<Cell>> rows = switch (kind) {
            case SLOTS -> running().stream().map(this::slot).toList();
            case PLACES -> places();
            case COUNTERS -> counters();
            case SKILLS -> skills();
        };
        try (TabularWriter table = TabularWriter.open(out, format, new ExportSheet(kind.id(), kind.titles()))) {
            for (List<Cell> row : rows) {
                table.row(row);
            }
            table.finish();
        }
        return rows.size();
    }

    private List<Template> running() {
        return templates.all().stream()
                .filter(template -> SlotLookup.isRunning(template, today()))
                .toList();
    }

    private List<Cell> slot(Template template) {
        Recurrence recurrence = template.recurrence();
        List<Cell> cells = new ArrayList<>(when(template));
        cells.addAll(List.of(
                Cell.of(recurrence.ends().toString()),
                Cell.of(template.seats()),
                Cell.of(template.minimum()),
                Cell.of(template.leaders()),
                Cell.of(rules.of(Track.FIXED).on(today()).unit().shown(template.worth())),
                Cell.of(recurrence.from()),
                Cell.of(recurrence.to())));
        return cells;
    }

    private static List<Cell> when(Template template) {
        Recurrence recurrence = template.recurrence();
        return List.of(
                Cell.of(template.job()),
                recurrence.week() == null ? Cell.EMPTY : Cell.of(recurrence.week()),
                Cell.of(word(recurrence.weekday())),
                Cell.of(recurrence.starts().toString()));
    }

    private List<List<Cell>> places() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Template template : running()) {
            List<FixedPlace> given = places.on(template.id()).stream()
                    .filter(place -> place.to() == null || !place.to().isBefore(today()))
                    .toList();
            Map<Long, MemberSummary> whose =
                    members.summaries(given.stream().map(FixedPlace::memberId).toList());
            for (FixedPlace place : given) {
                List<Cell> cells = new ArrayList<>();
                cells.add(number(whose, place.memberId()));
                cells.addAll(when(template));
                cells.add(Cell.of(place.from()));
                cells.add(Cell.of(place.to()));
                cells.add(Cell.of(PlaceImport.leads(template, place) ? "yes" : "no"));
                rows.add(cells);
            }
        }
        return rows;
    }

    private List<List<Cell>> counters() {
        List<WorkAccount> all = new ArrayList<>();
        List<Long> left = accounts.each(today(), all::add);
        if (!left.isEmpty()) {
            throw AllAccounts.fault(left);
        }
        Map<Long, MemberSummary> whose = members.summaries(
                all.stream().map(account -> account.enrolment().memberId()).toList());
        return all.stream().map(account -> counter(account, whose)).toList();
    }

    private List<Cell> counter(WorkAccount account, Map<Long, MemberSummary> whose) {
        List<Cell> cells = new ArrayList<>(List.of(
                number(whose, account.enrolment().memberId()),
                Cell.of(word(account.enrolment().track())),
                Cell.of(account.enrolment().start()),
                Cell.of(later(account.enrolment().start(), today()))));
        for (Counter counter : Counter.values()) {
            long balance = account.worker().journal().balance(counter, today());
            cells.add(Cell.of(account.unit().shown(balance)));
        }
        return cells;
    }

    private List<List<Cell>> skills() {
        Map<Long, TreeSet<String>> all = skills.all();
        Map<Long, MemberSummary> whose = members.summaries(List.copyOf(all.keySet()));
        List<List<Cell>> rows = new ArrayList<>();
        all.forEach((member, own) -> {
            MemberSummary summary = whose.get(member);
            for (String skill : own) {
                rows.add(List.of(
                        number(whose, member), Cell.of(summary == null ? null : summary.name()), Cell.of(skill)));
            }
        });
        return rows;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Cell number(Map<Long, MemberSummary> whose, long memberId) {
        MemberSummary summary = whose.get(memberId);
        return Cell.of(summary == null ? null : summary.number());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
