package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.internal.importing.cells.KnownTags;
import coop.greffon.members.internal.importing.cells.LineReader;
import coop.greffon.members.internal.importing.cells.NameLexicon;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.NoteWriter;
import coop.greffon.members.internal.importing.model.Progress;
import java.util.function.Consumer;

/**
 * Plans the import of a file of members, line by line.
 *
 * <p>The file is read three times and never held: once for what lines must know of each other, once for those at the top,
 * once for those who belong to them. Whoever stores while planning so has every parent before its children.
 */
public final class ImportPlanner {
    private static final int BETWEEN_REPORTS = 250;

    private final Table table;
    private final Columns columns;
    private final ImportChoices choices;
    private final KnownTags tags;
    private final NoteWriter noteWriter;
    private final ExistingMembers existing;
    private final MemberCheck check;

    public ImportPlanner(
            Table table,
            ColumnMapping chosen,
            ImportChoices choices,
            KnownTags tags,
            NoteWriter noteWriter,
            ExistingMembers existing,
            MemberCheck check) {
        this.table = table;
        this.columns = Columns.recognise(table.header(), chosen);
        this.choices = choices;
        this.tags = tags;
        this.noteWriter = noteWriter;
        this.existing = existing;
        this.check = check;
    }

    /** The columns of the file as they were understood; look at their faults before planning. */
    public Columns columns() {
        return columns;
    }

    /**
     * Hands the plan of every record to the consumer, those at the top first.
     *
     * @throws IllegalStateException if the columns have faults
     */
    public Summary plan(Consumer<LinePlan> consumer) {
        return plan(consumer, Progress.UNHEARD);
    }

    /** Does the same, and tells now and then how far it has come. */
    public Summary plan(Consumer<LinePlan> consumer, Progress progress) {
        if (!columns.faults().isEmpty()) {
            throw new IllegalStateException("These columns allow no import: " + columns.faults());
        }
        var lexicon = new NameLexicon();
        var reader = new LineReader(columns, table.format(), choices, tags, lexicon, noteWriter);
        var records = new Records(table, columns);
        var index = new FileIndex(lexicon);
        var summary = new Summary();
        records.forEach(record -> {
            index.add(reader.read(record));
            summary.noteUntitledColumns(record, columns);
        });
        var links = new ParentLinks(index);
        var members = new MemberPlanner(columns, choices, index, check);
        progress.report(0, index.size());
        for (boolean children : new boolean[] {false, true}) {
            var pass = new PlanningPass(index, links, members, choices, existing, children, plan -> {
                consumer.accept(plan);
                if (summary.count(plan) % BETWEEN_REPORTS == 0) {
                    progress.report(summary.total(), index.size());
                }
            });
            records.forEach(record -> pass.take(() -> reader.read(record)));
            pass.finish();
        }
        return summary;
    }
}
