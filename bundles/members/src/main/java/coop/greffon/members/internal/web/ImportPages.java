package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.internal.importing.columns.Assignment;
import coop.greffon.members.internal.importing.columns.Column.How;
import coop.greffon.members.internal.importing.desk.FileColumns;
import coop.greffon.members.internal.importing.desk.FileColumns.Example;
import coop.greffon.members.internal.importing.desk.ImportDesk;
import coop.greffon.members.internal.importing.desk.Upload;
import coop.greffon.members.internal.importing.desk.UploadState;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.run.FileZone;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.SentFile;
import coop.greffon.web.form.SentForm;
import coop.greffon.web.form.TakesFile;
import coop.greffon.web.form.Typed;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.ListRows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Bringing a file of members: sent, its columns understood, put right by hand. */
@Component(service = WebResource.class)
@Path("/members/import")
@RequiresPermission(ImportPages.IMPORT)
public final class ImportPages implements WebResource {
    static final String IMPORT = "members.member.import";
    static final String HELP = "members/import";

    private static final int UNPROCESSABLE = 422;
    private static final String IGNORE = "ignore";
    private static final Map<String, Tone> TONES = Map.of(
            How.RECOGNISED.name(),
            Tone.OK,
            How.CHOSEN.name(),
            Tone.INFO,
            How.LEFT_OUT.name(),
            Tone.NEUTRAL,
            How.UNKNOWN.name(),
            Tone.WARN);

    private final Templates templates = new StaticTemplates();
    private final ImportDesk desk;
    private final Tables tables;

    @Activate
    public ImportPages(@Reference ImportDesk desk, @Reference Tables tables) {
        this.desk = desk;
        this.tables = tables;
    }

    @GET
    public Page send(@Context Visit visit) {
        return sendPage(visit, Form.of(visit, Map.of()));
    }

    private Page sendPage(Visit visit, Form form) {
        return Page.narrow(Text.of("members.import.title"), templates.importSend(visit, form, desk.of(visit.actor())))
                .below(list())
                .withHelp(HELP);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @TakesFile(label = "members.import.upload.file")
    public Response receive(@Context Visit visit, @Context SentForm sent) {
        try {
            SentFile file = sent.file("file")
                    .orElseThrow(() ->
                            new InvalidInput(FieldError.of("file", null, Text.of("members.import.upload.missing"))));
            Upload upload = take(file, visit);
            return to(upload.id(), upload.state() == UploadState.TAGS ? "" : "/columns");
        } catch (Problem problem) {
            return refused(sendPage(visit, Form.refused(visit, Map.of(), problem)));
        }
    }

    private Upload take(SentFile file, Visit visit) {
        try (InputStream content = file.content().open()) {
            return desk.receive(file.name(), content, null, visit.actor());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @GET
    @Path("{id: \\d+}/columns")
    public Response columns(@Context Visit visit, @PathParam("id") long id) {
        return columns(visit, id, null, null);
    }

    private Response columns(Visit visit, long id, Map<String, String> typed, Problem refusal) {
        Upload upload = desk.get(id, visit.actor());
        if (upload.state().isBusy() || upload.state() == UploadState.APPLIED || upload.state() == UploadState.TAGS) {
            return to(id, "");
        }
        FileColumns columns = desk.columns(id, visit.actor());
        Form form =
                refusal == null ? Form.of(visit, values(upload.options(), visit)) : Form.refused(visit, typed, refusal);
        Response answer = tables.answer(
                visit,
                table(id),
                ListRows.of(columns::columns),
                content -> Page.of(
                                Text.of("members.import.columns.title"),
                                templates.importColumns(visit, form, upload, columns.faults(), content))
                        .below(list(), imports())
                        .withHelp(HELP));
        return refusal == null ? answer : refused((Page) answer.getEntity());
    }

    private static Map<String, String> values(Options options, Visit visit) {
        ZoneId zone = options.fileZone() == null ? visit.zone() : options.fileZone();
        return Map.of(
                "timeZone", zone.getId(),
                "withProgramAccounts", Boolean.toString(options.withProgramAccounts()),
                "refuseLinesWithErrors", Boolean.toString(options.refuseLinesWithErrors()),
                "organisationsAreMembers", Boolean.toString(options.organisationsAreMembers()));
    }

    private static Table<Example> table(long id) {
        return Table.<Example>of("columns", "members.import.columns.title")
                .with(Column.title(
                        "heading",
                        "members.import.column.heading",
                        (Example example) -> heading(example),
                        example -> example.column().heading().isBlank()
                                ? null
                                : "/members/import/" + id + "/columns/"
                                        + example.column().index()))
                .with(Column.text("meaning", "members.import.column.meaning", ImportPages::meaning))
                .with(Column.state(
                        "how",
                        "members.import.column.how",
                        example -> Text.of(
                                "members.import.column." + example.column().how()),
                        example -> TONES.get(example.column().how().name())))
                .with(Column.text("values", "members.import.column.values", Example::values))
                .empty("members.import.columns.none", "members.import.columns.nobody-identified.advice");
    }

    private static String heading(Example example) {
        return example.column().heading().isBlank()
                ? "(" + (example.column().index() + 1) + ")"
                : example.column().heading();
    }

    private static Text meaning(Example example) {
        Assignment assignment = example.column().assignment();
        Text field = Text.of(assignment.field().map(Field::labelKey).orElse("members.import.field." + IGNORE));
        return assignment.mirror() ? Text.of("members.import.column.mirrored", field) : field;
    }

    @GET
    @Path("{id: \\d+}/columns/{index: \\d{1,4}}")
    public Page column(@Context Visit visit, @PathParam("id") long id, @PathParam("index") int index) {
        Example example = example(visit, id, index);
        Assignment assignment = example.column().assignment();
        Map<String, String> values = Map.of(
                "field", assignment.field().map(Field::key).orElse(IGNORE),
                "mirror", Boolean.toString(assignment.mirror()));
        return columnPage(visit, id, example, Form.of(visit, values));
    }

    private Example example(Visit visit, long id, int index) {
        return desk.columns(id, visit.actor()).columns().stream()
                .filter(example -> example.column().index() == index)
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("members.import.column.unknown")));
    }

    private Page columnPage(Visit visit, long id, Example example, Form form) {
        List<Choice> fields = new ArrayList<>();
        fields.add(new Choice(IGNORE, visit.t("members.import.field." + IGNORE)));
        Arrays.stream(Field.values()).forEach(field -> fields.add(new Choice(field.key(), visit.t(field.labelKey()))));
        return Page.narrow(
                        Text.of("members.import.column.title", example.column().heading()),
                        templates.importColumn(visit, form, id, example, fields))
                .below(list(), imports(), columnsCrumb(id))
                .withHelp(HELP);
    }

    @POST
    @Path("{id: \\d+}/columns/{index: \\d{1,4}}")
    public Response choose(
            @Context Visit visit,
            @PathParam("id") long id,
            @PathParam("index") int index,
            MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            desk.choose(id, index, assignment(typed), visit.actor());
            return to(id, "/columns");
        } catch (InvalidInput problem) {
            return refused(
                    columnPage(visit, id, example(visit, id, index), Form.refused(visit, typed.values(), problem)));
        }
    }

    private static Assignment assignment(Typed typed) {
        String key = typed.text("field");
        boolean mirror = "true".equals(typed.text("mirror"));
        if (IGNORE.equals(key)) {
            return Assignment.IGNORE;
        }
        return Field.ofKey(key == null ? "" : key)
                .map(field -> new Assignment(Optional.of(field), mirror))
                .orElseThrow(() -> new InvalidInput(FieldError.of("field", key, Text.of("web.form.choice-unknown"))));
    }

    @POST
    @Path("{id: \\d+}/check")
    public Response check(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            desk.check(
                    id,
                    new Options(
                            isTicked(typed, "withProgramAccounts"),
                            isTicked(typed, "refuseLinesWithErrors"),
                            isTicked(typed, "organisationsAreMembers"),
                            FileZone.of(typed.text("timeZone"))),
                    visit.actor());
        } catch (InvalidInput faults) {
            return columns(visit, id, typed.values(), faults);
        }
        return to(id, "");
    }

    private static boolean isTicked(Typed typed, String box) {
        return "true".equals(typed.text(box));
    }

    @POST
    @Path("{id: \\d+}/forget")
    public Response forget(@Context Visit visit, @PathParam("id") long id) {
        desk.forget(id, visit.actor());
        return Response.seeOther(URI.create("/members/import")).build();
    }

    static Response to(long id, String page) {
        return Response.seeOther(URI.create("/members/import/" + id + page)).build();
    }

    static Response refused(Page page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    static Crumb list() {
        return new Crumb(Text.of("members.list.title"), "/members");
    }

    static Crumb imports() {
        return new Crumb(Text.of("members.import.title"), "/members/import");
    }

    private static Crumb columnsCrumb(long id) {
        return new Crumb(Text.of("members.import.columns.title"), "/members/import/" + id + "/columns");
    }
}
