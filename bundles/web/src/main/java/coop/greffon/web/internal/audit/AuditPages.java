package coop.greffon.web.internal.audit;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.message.Text;
import coop.greffon.web.ChangedField;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log of changes: who, when, what, before and after. */
@Component(service = WebResource.class)
@Path("/admin/audit")
@RequiresPermission("core.audit.read")
public final class AuditPages implements WebResource {
    private static final Text TITLE = Text.of("web.audit.title");

    private final Audit audit;
    private final Tables tables;

    @Activate
    public AuditPages(@Reference Audit audit, @Reference Tables tables) {
        this.audit = audit;
        this.tables = tables;
    }

    @GET
    public Response list(@Context Visit visit) {
        return tables.answer(
                visit,
                table(visit),
                new ChangeRows(audit, visit.zone()),
                content -> Page.of(TITLE, content).withHelp("web/audit"));
    }

    private Table<Change> table(Visit visit) {
        return Table.<Change>of("changes", "web.audit.title")
                .with(Column.<Change>moment("at", "web.audit.at", Change::at))
                .with(Column.<Change>title("who", "web.audit.who", change -> visit.who(change.by()), change -> null))
                .with(Column.<Change>text("action", "web.audit.action", change -> action(visit, change.action())))
                .with(Column.<Change>text(
                        "record",
                        "web.audit.record",
                        change -> kind(visit, change.recordKind()) + " "
                                + RecordName.of(visit, change.recordKind(), change.recordId())))
                .with(Column.<Change>text("fields", "web.audit.fields", change -> fields(visit, change)))
                .with(Filter.search(ChangeRows.TEXT, "web.audit.filter"))
                .with(Filter.choice(ChangeRows.KIND, "web.audit.kind", () -> kinds(visit)))
                .with(Filter.search(ChangeRows.FROM, "web.audit.from"))
                .with(Filter.search(ChangeRows.UNTIL, "web.audit.until"))
                .empty("web.audit.empty", "web.audit.empty-next");
    }

    private List<Filter.Option> kinds(Visit visit) {
        return audit.recordKinds().stream()
                .map(kind -> new Filter.Option(kind, Text.of("web.audit.kind-is", kind(visit, kind))))
                .toList();
    }

    /** A kind of record in the reader's words: those of the message {@code <kind>.record}, where there is one. */
    private static String kind(Visit visit, String kind) {
        String key = kind + ".record";
        return visit.has(key) ? visit.t(key) : told(visit, kind);
    }

    private static String action(Visit visit, String key) {
        return visit.has(key) ? visit.t(key) : told(visit, key);
    }

    /** What a module wrote whose words left with it. */
    private static String told(Visit visit, String key) {
        String module = key.substring(0, Math.max(0, key.indexOf('.'))) + ".module.name";
        return visit.has(module) ? key : visit.t("web.audit.module-gone", key);
    }

    private static List<String> fields(Visit visit, Change change) {
        return change.fields().stream()
                .map(field -> new ChangedField(visit, change, field).line())
                .toList();
    }
}
