package coop.greffon.shifts.internal.importing.run;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularLimits;
import coop.greffon.core.tabular.TabularRow;
import coop.greffon.core.tabular.UnreadableTableException;
import coop.greffon.shifts.internal.importing.Kind;
import coop.greffon.shifts.internal.importing.Layout;
import coop.greffon.shifts.internal.importing.LineReader;
import coop.greffon.shifts.internal.importing.ReadLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a file along line by line, each in a transaction of its own: what is right is done, what is wrong is not, and is told. Applied again,
 * nothing changes.
 */
@Component(service = ShiftImport.class)
public final class ShiftImport {
    private static final Logger LOG = LoggerFactory.getLogger(ShiftImport.class);

    private final JpaTemplate jpa;
    private final SlotImport slots;
    private final PlaceImport places;
    private final CounterImport counters;
    private final SkillImport skills;

    @Activate
    public ShiftImport(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference SlotImport slots,
            @Reference PlaceImport places,
            @Reference CounterImport counters,
            @Reference SkillImport skills) {
        this.jpa = jpa;
        this.slots = slots;
        this.places = places;
        this.counters = counters;
        this.skills = skills;
    }

    /**
     * Does what a file says, or tells what it would do.
     *
     * @param isTrial whether each line is taken back at once: a line that needs another one of the same file is then refused
     * @throws InvalidInput where it brings something else along, or lacks a column
     * @throws UnreadableTableException where it is no table
     */
    public ImportReport run(Kind kind, Path file, boolean isTrial, Actor by) {
        try (TabularFile table = TabularFile.open(file, file.getFileName().toString(), TabularLimits.standard())) {
            Layout layout = Layout.of(kind, table.header());
            return switch (kind) {
                case SLOTS -> run(slots, table, layout, isTrial, by);
                case PLACES -> run(places, table, layout, isTrial, by);
                case COUNTERS -> run(counters, table, layout, isTrial, by);
                case SKILLS -> run(skills, table, layout, isTrial, by);
            };
        }
    }

    private <T> ImportReport run(LineImport<T> lines, TabularFile table, Layout layout, boolean isTrial, Actor by) {
        var reader = new LineReader(layout, table);
        Map<String, Long> seen = new HashMap<>();
        List<LineReport> reports = new ArrayList<>();
        for (TabularRow row : table) {
            if (row.problem().isPresent()) {
                FieldError error = FieldError.of("", null, row.problem().get().message());
                reports.add(LineReport.refused(row.line(), "", List.of(error)));
                continue;
            }
            ReadLine<T> line = lines.read(reader, row);
            if (line.content() == null) {
                reports.add(LineReport.refused(line.line(), "", line.errors()));
                continue;
            }
            String subject = lines.subject(line.content());
            Long before = seen.putIfAbsent(subject, line.line());
            reports.add(
                    before == null
                            ? attempt(lines, line, subject, layout, isTrial, by)
                            : LineReport.refused(
                                    line.line(),
                                    subject,
                                    List.of(FieldError.of("", null, Text.of("shifts.import.again", before)))));
        }
        return new ImportReport(reports, layout.unread());
    }

    private <T> LineReport attempt(
            LineImport<T> lines, ReadLine<T> line, String subject, Layout layout, boolean isTrial, Actor by) {
        T content = line.content();
        try {
            Applied applied = isTrial
                    ? takenBack(() -> lines.apply(content, by))
                    : jpa.txExpr(TransactionType.Required, em -> lines.apply(content, by));
            return new LineReport(line.line(), subject, applied.deed(), applied.details(), List.of());
        } catch (Problem refused) {
            List<FieldError> errors = refused.errors().isEmpty()
                    ? List.of(FieldError.of("", null, refused.title()))
                    : refused.errors().stream()
                            .map(error -> new FieldError(
                                    layout.title(lines.column(error.field(), content, layout)),
                                    error.value(),
                                    error.message(),
                                    error.remedy()))
                            .toList();
            return LineReport.refused(line.line(), subject, errors);
        } catch (RuntimeException wrong) {
            LOG.error("Line {} cannot be imported", line.line(), wrong);
            return LineReport.refused(
                    line.line(), subject, List.of(FieldError.of("", null, Text.of("shifts.import.failed"))));
        }
    }

    private Applied takenBack(Supplier<Applied> work) {
        var applied = new AtomicReference<Applied>();
        try {
            jpa.tx(TransactionType.Required, em -> {
                applied.set(work.get());
                em.flush();
                throw new TakenBack();
            });
        } catch (RuntimeException thrown) {
            // Whatever a transaction wraps it in: the work itself was done.
            if (applied.get() == null) {
                throw thrown;
            }
        }
        return applied.get();
    }

    /** Has a transaction roll back. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TakenBack() {
            super("a trial is taken back", null, false, false);
        }
    }
}
