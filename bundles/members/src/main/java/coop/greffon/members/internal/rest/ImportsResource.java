package coop.greffon.members.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.internal.importing.columns.Assignment;
import coop.greffon.members.internal.importing.desk.FaultyExport;
import coop.greffon.members.internal.importing.desk.FileColumns.Example;
import coop.greffon.members.internal.importing.desk.ImportDesk;
import coop.greffon.members.internal.importing.desk.LineKind;
import coop.greffon.members.internal.importing.desk.LineReport;
import coop.greffon.members.internal.importing.desk.Upload;
import coop.greffon.members.internal.importing.desk.UploadState;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Severity;
import coop.greffon.members.internal.importing.run.FileZone;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.Mode;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Files of members for programs: sent, their columns chosen, checked, imported. */
@Component(service = WebResource.class)
@Path("/api/members/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission(ImportsResource.IMPORT)
public final class ImportsResource implements WebResource {
    static final String IMPORT = "members.member.import";

    private static final int MOST_ROWS = 200;
    private static final int MOST_PAGES = 1_000_000;
    private static final String IGNORE = "ignore";

    private final ImportDesk desk;

    @Activate
    public ImportsResource(@Reference ImportDesk desk) {
        this.desk = desk;
    }

    /** A file and how far it has come. */
    public record Import(
            long id,
            String name,
            long size,
            UploadState state,
            Mode mode,
            String timeZone,
            int linesDone,
            int linesAll,
            Map<LineKind, Integer> counts,
            String message,
            Instant createdAt,
            Instant expiresAt) {
        static Import of(Upload upload, Visit visit) {
            return new Import(
                    upload.id(),
                    upload.name(),
                    upload.size(),
                    upload.state(),
                    upload.mode(),
                    (upload.options().fileZone() == null
                                    ? visit.zone()
                                    : upload.options().fileZone())
                            .getId(),
                    upload.done(),
                    upload.linesAll(),
                    upload.counts(),
                    upload.message() == null ? null : visit.t(upload.message()),
                    upload.createdAt(),
                    upload.expiresAt());
        }
    }

    /** A column: the field it feeds, or {@code ignore}. */
    public record FileColumn(int index, String heading, String field, boolean mirror, String how, List<String> values) {
        static FileColumn of(Example example) {
            Assignment assignment = example.column().assignment();
            return new FileColumn(
                    example.column().index(),
                    example.column().heading(),
                    assignment.field().map(Field::key).orElse(IGNORE),
                    assignment.mirror(),
                    example.column().how().name(),
                    example.values());
        }
    }

    /** What a column is to mean. */
    public record Meaning(String field, boolean mirror) {}

    /**
     * What is decided about a file; a missing box is not ticked.
     *
     * @param timeZone the zone in which the file tells times, such as {@code Europe/London}; null for the co-op's
     */
    public record Check(
            boolean withProgramAccounts,
            boolean refuseLinesWithErrors,
            boolean organisationsAreMembers,
            String timeZone) {}

    /** How a file is to be imported. */
    public record Apply(Mode mode) {}

    /**
     * A line of the report.
     *
     * @param becomes what comes to be of it, and where, in sentences
     */
    public record Line(
            long line,
            String label,
            Outcome outcome,
            Long memberId,
            List<String> becomes,
            List<Change> changes,
            List<Problem> problems) {
        static Line of(LineReport line, Visit visit) {
            return new Line(
                    line.line(),
                    line.label(),
                    line.outcome(),
                    line.memberId(),
                    line.becomes().stream().map(visit::t).toList(),
                    line.changes().stream()
                            .map(change -> new Change(
                                    change.field(), plain(change.before(), visit), plain(change.after(), visit)))
                            .toList(),
                    line.problems().stream()
                            .map(problem -> new Problem(
                                    problem.severity(),
                                    problem.field(),
                                    problem.value(),
                                    visit.t(problem.why()),
                                    visit.t(problem.advice())))
                            .toList());
        }

        private static String plain(Object value, Visit visit) {
            return value instanceof Text text
                    ? visit.t(text)
                    : value instanceof LocalDate day ? day.toString() : value.toString();
        }
    }

    /** A field that changes. */
    public record Change(String field, String before, String after) {}

    /** Something refused or doubtful. */
    public record Problem(Severity severity, String field, String value, String message, String remedy) {}

    @GET
    public List<Import> list(@Context Visit visit) {
        return desk.of(visit.actor()).stream()
                .map(upload -> Import.of(upload, visit))
                .toList();
    }

    /** Takes a file as it is; sent again with the same {@code Idempotency-Key}, it gives the first answer again. */
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(
            @Context Visit visit,
            @QueryParam("name") String name,
            @HeaderParam("Idempotency-Key") String requestKey,
            InputStream content) {
        Upload upload = desk.receive(Sent.required("name", name), Sent.body(content), requestKey, visit.actor());
        return Response.created(URI.create("/api/members/v1/imports/" + upload.id()))
                .entity(Import.of(upload, visit))
                .build();
    }

    @GET
    @Path("{id: \\d+}")
    public Import show(@Context Visit visit, @PathParam("id") long id) {
        return Import.of(desk.get(id, visit.actor()), visit);
    }

    @DELETE
    @Path("{id: \\d+}")
    public Response forget(@Context Visit visit, @PathParam("id") long id) {
        desk.forget(id, visit.actor());
        return Response.noContent().build();
    }

    @GET
    @Path("{id: \\d+}/columns")
    public List<FileColumn> columns(@Context Visit visit, @PathParam("id") long id) {
        return desk.columns(id, visit.actor()).columns().stream()
                .map(FileColumn::of)
                .toList();
    }

    @PUT
    @Path("{id: \\d+}/columns/{index: \\d{1,4}}")
    @Consumes(MediaType.APPLICATION_JSON)
    public List<FileColumn> choose(
            @Context Visit visit, @PathParam("id") long id, @PathParam("index") int index, Meaning meaning) {
        String key = Sent.required("field", Sent.body(meaning).field());
        Assignment assignment = IGNORE.equals(key)
                ? Assignment.IGNORE
                : new Assignment(
                        Optional.of(Field.ofKey(key)
                                .orElseThrow(() -> new InvalidInput(
                                        FieldError.of("field", key, Text.of("members.import.field.unknown"))))),
                        meaning.mirror());
        desk.choose(id, index, assignment, visit.actor());
        return columns(visit, id);
    }

    /** Has every line looked at, in the background; the file tells how far that has come. */
    @POST
    @Path("{id: \\d+}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response check(@Context Visit visit, @PathParam("id") long id, Check check) {
        Check chosen = check == null ? new Check(false, false, false, null) : check;
        desk.check(
                id,
                new Options(
                        chosen.withProgramAccounts(),
                        chosen.refuseLinesWithErrors(),
                        chosen.organisationsAreMembers(),
                        FileZone.of(chosen.timeZone())),
                visit.actor());
        return Response.accepted(show(visit, id)).build();
    }

    /** Lines of the report in the order of the file, a page at a time. */
    @GET
    @Path("{id: \\d+}/lines")
    public List<Line> lines(
            @Context Visit visit,
            @PathParam("id") long id,
            @QueryParam("kind") LineKind kind,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("25") int size) {
        int rows = Sent.within("size", size, 1, MOST_ROWS);
        int skip = (Sent.within("page", page, 1, MOST_PAGES) - 1) * rows;
        return desk.lines(id, kind, skip, rows, visit.actor()).stream()
                .map(line -> Line.of(line, visit))
                .toList();
    }

    /** The lines of which something is refused, as they stand in the file, with the reasons beside them. */
    @GET
    @Path("{id: \\d+}/faulty.{format: csv|xlsx|ods}")
    @Produces(MediaType.WILDCARD)
    public Response faulty(@Context Visit visit, @PathParam("id") long id, @PathParam("format") String format) {
        Upload upload = desk.get(id, visit.actor());
        return FaultyExport.of(format)
                .answer(visit.today(), upload.name(), visit::t, work -> desk.faulty(id, visit.actor(), work));
    }

    /** Has the lines imported, in the background; asked again for what was imported, it does nothing. */
    @POST
    @Path("{id: \\d+}/apply")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(@Context Visit visit, @PathParam("id") long id, Apply apply) {
        desk.apply(id, Sent.required("mode", Sent.body(apply).mode()), visit.actor());
        return Response.accepted(show(visit, id)).build();
    }
}
