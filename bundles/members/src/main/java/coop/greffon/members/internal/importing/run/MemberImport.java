package coop.greffon.members.internal.importing.run;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.core.tabular.TabularFile;
import coop.greffon.core.tabular.TabularLimits;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.internal.account.AccountLogins;
import coop.greffon.members.internal.importing.cells.TagTable;
import coop.greffon.members.internal.importing.cells.UneditedCells;
import coop.greffon.members.internal.importing.columns.Columns;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.ImportChoices;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Progress;
import coop.greffon.members.internal.importing.plan.ImportPlanner;
import coop.greffon.members.internal.importing.plan.Summary;
import coop.greffon.members.internal.importing.store.Aside;
import coop.greffon.members.internal.importing.store.CommittedMembers;
import coop.greffon.members.internal.importing.store.DraftCheck;
import coop.greffon.members.internal.importing.store.PlanWriter;
import coop.greffon.members.internal.importing.store.TagMemory;
import coop.greffon.members.internal.store.BulkMembers;
import coop.greffon.members.internal.store.JpaMembers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports files of members, for pages, programs and the console alike. */
@Component(service = MemberImport.class)
public final class MemberImport {
    private static final String ODOO = "odoo";
    private static final String OTHER = "file";

    private static final String AGAINST_A_CONSTRAINT = "23";
    private static final String ROLLED_BACK = "40";
    private static final Set<String> LOCKED = Set.of("55P03", "HYT00");

    private final JpaTemplate jpa;
    private final JpaMembers members;
    private final Audit audit;
    private final Validation validation;
    private final Messages messages;
    private final Settings settings;
    private final AccountLogins logins;
    private final Clock clock;
    private final TagMemory tags;

    @Activate
    public MemberImport(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference JpaMembers members,
            @Reference Audit audit,
            @Reference Validation validation,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference AccountLogins logins,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.members = members;
        this.audit = audit;
        this.validation = validation;
        this.messages = messages;
        this.settings = settings;
        this.logins = logins;
        this.clock = clock;
        this.tags = new TagMemory(jpa);
    }

    /**
     * Tells what an import would do, and changes nothing. A file of tags has no lines: the summary tells how many tags.
     *
     * @param lines takes the plan of each line, those of parents first
     * @throws coop.greffon.core.tabular.UnreadableTableException where the file is no table
     * @throws InvalidInput where its columns allow no import
     */
    public Summary check(ImportFile file, Consumer<LinePlan> lines, Progress progress) {
        try (var table = TabularFile.open(file.path(), file.name(), TabularLimits.standard());
                var aside = new Aside()) {
            if (TagTable.isOne(Table.of(table))) {
                return Summary.ofTags(TagTable.read(Table.of(table)).size());
            }
            return planner(file, Table.of(table), aside).plan(lines, progress);
        }
    }

    /**
     * Imports a file in one transaction: as much as the mode says, or nothing. Of a file of tags the tags are learnt.
     *
     * @param lines takes the plan of each line as it is written, those of parents first
     * @param progress hears of it outside that transaction
     * @throws coop.greffon.core.tabular.UnreadableTableException where the file is no table
     * @throws InvalidInput where its columns allow no import
     * @throws Refused where all was wanted and something is refused, or somebody changed the same members meanwhile
     */
    public Summary apply(ImportFile file, Mode mode, Consumer<LinePlan> lines, Progress progress, Actor by) {
        try (var table = TabularFile.open(file.path(), file.name(), TabularLimits.standard());
                var aside = new Aside()) {
            var learnt = tags.learn(Table.of(table));
            if (learnt.isPresent()) {
                return Summary.ofTags(learnt.getAsInt());
            }
            var planner = planner(file, Table.of(table), aside);
            Progress apart = (done, all) -> aside.ask(() -> {
                progress.report(done, all);
                return null;
            });
            var today = LocalDate.now(clock);
            return jpa.txExpr(TransactionType.Required, em -> {
                var bulk = new BulkMembers(em, audit, logins, clock.instant(), today, by);
                var writer = new PlanWriter(bulk, source(planner), today, key -> messages.text(language(), key));
                Consumer<LinePlan> taker = plan -> writer.take(insist(mode, plan));
                var summary = planner.plan(taker.andThen(lines), apart);
                writer.finish();
                return summary;
            });
        } catch (PersistenceException collision) {
            throw new Refused(Text.of("members.import.run.collision"));
        } catch (IllegalStateException failed) {
            if (isCollision(failed.getCause())) {
                throw new Refused(Text.of("members.import.run.collision"));
            }
            throw failed;
        }
    }

    /** Whether a statement of our own found what another transaction wrote or holds. */
    private static boolean isCollision(Throwable cause) {
        if (!(cause instanceof SQLException refused) || refused.getSQLState() == null) {
            return false;
        }
        String state = refused.getSQLState();
        return state.startsWith(AGAINST_A_CONSTRAINT) || state.startsWith(ROLLED_BACK) || LOCKED.contains(state);
    }

    private static LinePlan insist(Mode mode, LinePlan plan) {
        if (mode == Mode.ALL && plan.hasError()) {
            throw new Refused(Text.of("members.import.run.not-all", plan.lines().first()));
        }
        return plan;
    }

    private ImportPlanner planner(ImportFile file, Table table, Aside aside) {
        var today = LocalDate.now(clock);
        var options = file.options();
        var zone = options.fileZone() == null ? clock.getZone() : options.fileZone();
        var choices = new ImportChoices(
                today,
                zone,
                clock.getZone(),
                options.withProgramAccounts(),
                options.refuseLinesWithErrors(),
                options.organisationsAreMembers());
        var language = language();
        var columns = Columns.recognise(table.header(), file.mapping());
        if (!columns.faults().isEmpty()) {
            throw new InvalidInput(columns.faults().stream()
                    .map(fault -> new FieldError("columns", null, fault.why(), fault.advice()))
                    .toList());
        }
        var existing = new CommittedMembers(jpa, aside, columns.fromOdoo() ? ODOO : OTHER, today);
        return new ImportPlanner(
                columns.has(Field.RECORD_ID) ? new UneditedCells(table, columns, existing::records) : table,
                file.mapping(),
                choices,
                tags.known(),
                (field, text) ->
                        messages.text(language, "members.import.note", messages.text(language, field.labelKey()), text),
                existing,
                new DraftCheck(validation, today, (id, on) -> unsettled(id, on, aside)));
    }

    /** Neighbours read in transactions of their own, which cannot begin within ours. */
    private List<Text> unsettled(long id, LocalDate on, Aside aside) {
        return members.isLeavingAskedOfNobody() ? List.of() : aside.ask(() -> members.unsettledOfKnown(id, on));
    }

    private static String source(ImportPlanner planner) {
        return planner.columns().fromOdoo() ? ODOO : OTHER;
    }

    private Locale language() {
        return settings.on(HostSettings.class, LocalDate.now(clock)).language();
    }
}
