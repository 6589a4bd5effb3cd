package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.internal.importing.desk.FaultyExport;
import coop.greffon.members.internal.importing.desk.ImportDesk;
import coop.greffon.members.internal.importing.desk.LineKind;
import coop.greffon.members.internal.importing.desk.LineReport;
import coop.greffon.members.internal.importing.desk.Upload;
import coop.greffon.members.internal.importing.desk.UploadState;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.run.Mode;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Filter.Option;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import coop.greffon.web.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a file of members brings: how far the check has come, its report, the import and its result. */
@Component(service = WebResource.class)
@Path("/members/import")
@RequiresPermission(ImportPages.IMPORT)
public final class ImportReportPages implements WebResource {
    private static final int ROWS_OF_A_BATCH = 500;
    private static final String TWO_SECONDS = "2";
    private static final Set<String> DONE =
            Set.of(LineKind.CREATE.name(), LineKind.ADDRESS.name(), LineKind.UPDATE.name());
    private static final Map<Outcome, Tone> TONES = Map.of(
            Outcome.CREATE, Tone.OK,
            Outcome.UPDATE, Tone.INFO,
            Outcome.UNCHANGED, Tone.NEUTRAL,
            Outcome.IGNORED, Tone.NEUTRAL,
            Outcome.ERROR, Tone.DENY);

    private final Templates templates = new StaticTemplates();
    private final ImportDesk desk;
    private final Tables tables;

    @Activate
    public ImportReportPages(@Reference ImportDesk desk, @Reference Tables tables) {
        this.desk = desk;
        this.tables = tables;
    }

    @GET
    @Path("{id: \\d+}")
    public Response show(@Context Visit visit, @PathParam("id") long id) {
        Upload upload = desk.get(id, visit.actor());
        return switch (upload.state()) {
            case CHOOSING -> ImportPages.to(id, "/columns");
            case CHECKING, APPLYING ->
                Response.ok(running(visit, upload))
                        .header("Refresh", TWO_SECONDS)
                        .build();
            case FAILED, TAGS -> Response.ok(ended(visit, upload)).build();
            case CHECKED, APPLIED ->
                report(
                        visit,
                        upload,
                        Form.of(visit, Map.of("mode", (upload.hasErrors() ? Mode.GOOD_LINES : Mode.ALL).name())));
        };
    }

    private Page running(Visit visit, Upload upload) {
        String title = upload.state() == UploadState.CHECKING ? "members.import.checking" : "members.import.applying";
        return page(Page.narrow(Text.of(title), templates.importRunning(visit, upload)));
    }

    private Page ended(Visit visit, Upload upload) {
        String title = upload.state() == UploadState.TAGS ? "members.import.tags.title" : "members.import.failed";
        return page(Page.narrow(Text.of(title), templates.importEnded(visit, upload)));
    }

    private static Page page(Page page) {
        return page.below(ImportPages.list(), ImportPages.imports()).withHelp(ImportPages.HELP);
    }

    private Response report(Visit visit, Upload upload, Form form) {
        Text title = Text.of(
                upload.state() == UploadState.APPLIED ? "members.import.result.title" : "members.import.report.title",
                upload.name());
        return tables.answer(
                visit,
                table(visit, upload.state() == UploadState.APPLIED),
                new ReportRows(upload, visit),
                content -> page(Page.of(title, templates.importReport(visit, form, upload, content))));
    }

    /** What a line does, or has done. */
    private static Text outcome(LineReport line, boolean applied) {
        return Text.of("members.import.outcome." + done(line.outcome().name(), applied));
    }

    /** The message of a kind of line, or of a number of them, is another one once they are imported. */
    public static String done(String name, boolean applied) {
        boolean isDone = applied && DONE.contains(name);
        return isDone ? "applied-" + name : name;
    }

    private static Table<LineReport> table(Visit visit, boolean applied) {
        return Table.<LineReport>of(
                        "import", applied ? "members.import.result.caption" : "members.import.report.caption")
                .with(Column.number("line", "members.import.report.line", LineReport::line))
                .with(Column.title(
                        "label",
                        "members.field.name",
                        LineReport::label,
                        line -> line.memberId() == null ? null : "/members/" + line.memberId()))
                .with(Column.state(
                        "outcome",
                        "members.import.report.outcome",
                        line -> outcome(line, applied),
                        line -> TONES.get(line.outcome())))
                .with(Column.text("what", "members.import.report.what", line -> ReportWords.what(line, visit)))
                .with(Column.text("advice", "members.import.report.advice", line -> ReportWords.advice(line, visit)))
                .with(Filter.choice("kind", "members.import.report.kind", () -> kinds(applied)))
                .empty("members.import.report.none", "members.import.report.none-next");
    }

    private static List<Option> kinds(boolean applied) {
        return Arrays.stream(LineKind.values())
                .map(kind -> new Option(kind.name(), Text.of("members.import.kind." + done(kind.name(), applied))))
                .toList();
    }

    @POST
    @Path("{id: \\d+}/apply")
    public Response apply(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            Mode mode = typed.one("mode", Mode.class);
            typed.insist();
            desk.apply(id, mode == null ? Mode.ALL : mode, visit.actor());
            return ImportPages.to(id, "");
        } catch (Problem problem) {
            Upload upload = desk.get(id, visit.actor());
            Response answer = report(visit, upload, Form.refused(visit, typed.values(), problem));
            return ImportPages.refused((Page) answer.getEntity());
        }
    }

    /** The lines of which something is refused, as they stand in the file, with the reasons beside them. */
    @GET
    @Path("{id: \\d+}/faulty.{format: csv|xlsx|ods}")
    public Response faulty(@Context Visit visit, @PathParam("id") long id, @PathParam("format") String format) {
        Upload upload = desk.get(id, visit.actor());
        return FaultyExport.of(format)
                .answer(visit.today(), upload.name(), visit::t, writer -> desk.faulty(id, visit.actor(), writer));
    }

    private final class ReportRows implements Rows<LineReport> {
        private final Upload upload;
        private final Visit visit;

        ReportRows(Upload upload, Visit visit) {
            this.upload = upload;
            this.visit = visit;
        }

        @Override
        public Slice<LineReport> slice(TableQuery query) {
            LineKind kind = kind(query);
            List<LineReport> rows = desk.lines(upload.id(), kind, query.skip(), query.size(), visit.actor());
            return new Slice<>(rows, Total.of(kind == null ? upload.lines() : upload.count(kind)));
        }

        @Override
        public void each(TableQuery query, Consumer<LineReport> row) {
            List<LineReport> batch;
            int read = 0;
            do {
                batch = desk.lines(upload.id(), kind(query), read, ROWS_OF_A_BATCH, visit.actor());
                batch.forEach(row);
                read += batch.size();
            } while (batch.size() == ROWS_OF_A_BATCH);
        }

        private LineKind kind(TableQuery query) {
            String kind = query.filter("kind");
            return kind == null ? null : LineKind.valueOf(kind);
        }
    }
}
