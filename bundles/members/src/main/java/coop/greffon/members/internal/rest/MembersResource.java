package coop.greffon.members.internal.rest;

import coop.greffon.core.audit.Change;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberOrder.By;
import coop.greffon.members.MemberPage;
import coop.greffon.members.Members;
import coop.greffon.members.NewMember;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.merge.MergeService;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
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

/** Members for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MembersResource implements WebResource {
    static final String LIST = "members.member.list";
    static final String FIND = "members.member.find";
    static final String EDIT = "members.member.edit";

    private static final int MOST_ROWS = 200;
    private static final int MOST_PAGES = 1_000_000;
    private static final String EXACT = "exact";

    private final Members members;
    private final MergeService merging;

    @Activate
    public MembersResource(@Reference Members members, @Reference MergeService merging) {
        this.members = members;
        this.merging = merging;
    }

    /** Members that fit, a page at a time; {@code count=exact} counts the total to the last. */
    @GET
    @Path("members")
    @RequiresPermission(LIST)
    public MemberPage list(
            @QueryParam("q") String query,
            @QueryParam("status") Standing standing,
            @QueryParam("tag") String tag,
            @QueryParam("kind") MemberKind kind,
            @QueryParam("sort") @DefaultValue("NAME") By sort,
            @QueryParam("descending") boolean descending,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("25") int size,
            @QueryParam("count") String count) {
        int rows = Sent.within("size", size, 1, MOST_ROWS);
        int skip = (Sent.within("page", page, 1, MOST_PAGES) - 1) * rows;
        MemberFilter filter = new MemberFilter(query, standing, tag, kind);
        MemberPage found = members.list(filter, new MemberOrder(sort, descending), skip, rows);
        return EXACT.equals(Sent.oneOf("count", count, EXACT)) && !found.total().exact()
                ? new MemberPage(found.rows(), new MemberPage.Total(members.count(filter), true))
                : found;
    }

    /** Whom a program calls so. */
    @GET
    @Path("external-ids/{source}/{id}")
    @RequiresPermission(LIST)
    public Response calledSo(@PathParam("source") String source, @PathParam("id") String externalId) {
        return answer(members.findByExternalId(new ExternalId(source, externalId))
                .orElseThrow(() -> new NotFound(Text.of("members.member.unknown-external", source, externalId))));
    }

    /** Writes somebody down; sent again with the same {@code Idempotency-Key}, it gives the first answer again. */
    @POST
    @Path("members")
    @RequiresPermission(EDIT)
    public Response create(@Context Visit visit, @HeaderParam("Idempotency-Key") String requestKey, NewMember member) {
        Member created = members.create(Sent.body(member), requestKey, visit.actor());
        return Response.created(URI.create("/api/members/v1/members/" + created.id()))
                .tag(Long.toString(created.revision()))
                .entity(created)
                .build();
    }

    @GET
    @Path("members/{id}")
    @RequiresPermission(LIST)
    public Response show(@PathParam("id") long id) {
        return answer(members.get(id));
    }

    /** Replaces the details; {@code If-Match} names the revision that was read. */
    @PUT
    @Path("members/{id}")
    @RequiresPermission(EDIT)
    public Response change(
            @Context Visit visit,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            MemberDraft details) {
        return answer(members.change(id, Sent.revision(ifMatch), Sent.body(details), visit.actor()));
    }

    private static Response answer(Member member) {
        return Response.ok(member).tag(Long.toString(member.revision())).build();
    }

    /** What happened to a record, and to those that were merged into it, newest first. */
    @GET
    @Path("members/{id}/history")
    @RequiresPermission(LIST)
    public List<Change> history(@PathParam("id") long id) {
        return merging.history(members.get(id).id());
    }

    /** The journal of statuses; with {@code on}, and perhaps {@code known}, the one entry that holds that day. */
    @GET
    @Path("members/{id}/statuses")
    @RequiresPermission(LIST)
    public List<StatusChange> statuses(
            @Context Visit visit,
            @PathParam("id") long id,
            @QueryParam("on") LocalDate on,
            @QueryParam("known") Instant asKnown) {
        long known = members.get(id).id();
        if (on == null) {
            return members.statuses(known);
        }
        Instant until = asKnown == null ? visit.now() : asKnown;
        return members.statusOn(known, on, until).stream().toList();
    }

    @POST
    @Path("members/{id}/statuses")
    @RequiresPermission(EDIT)
    public Response changeStatus(@Context Visit visit, @PathParam("id") long id, StatusDraft change) {
        return answer(members.changeStatus(id, Sent.body(change), visit.actor()));
    }

    @POST
    @Path("members/{id}/external-ids")
    @RequiresPermission(EDIT)
    public Response addExternalId(@Context Visit visit, @PathParam("id") long id, ExternalId externalId) {
        members.addExternalId(id, Sent.body(externalId), visit.actor());
        return answer(members.get(id));
    }

    @GET
    @Path("totals")
    @RequiresPermission(LIST)
    public Map<Standing, Long> totals() {
        return members.totals();
    }

    @GET
    @Path("tags")
    @RequiresPermission(LIST)
    public List<String> tags() {
        return members.tags();
    }
}
