package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.ListedWorker;
import coop.greffon.shifts.internal.store.Registration;
import coop.greffon.shifts.internal.store.Vote;
import coop.greffon.shifts.internal.store.WorkerList;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works, and where each stands, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/members")
@Produces(MediaType.APPLICATION_JSON)
public final class WorkerListResource implements WebResource {
    private static final int MOST_ROWS = 200;
    private static final int MOST_PAGES = 100_000;

    private final WorkerList list;
    private final Members members;

    @Activate
    public WorkerListResource(@Reference WorkerList list, @Reference Members members) {
        this.list = list;
        this.members = members;
    }

    /** Some of those who work, and how many fit in all. */
    public record Workers(List<Named> rows, long total) {}

    /**
     * Somebody who works.
     *
     * @param number null where the member's record is gone
     * @param name null where the member's record is gone
     * @param begins the day on which they begin, where that is a later one than the standing is of; null where they had begun
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Named(String number, String name, ListedWorker worker, LocalDate begins) {}

    /** Those who fit, in the order in which they were enrolled, a page at a time. */
    @GET
    @RequiresPermission("shifts.worker.list")
    public Workers list(
            @QueryParam("standing") StatusCode standing,
            @QueryParam("track") Track track,
            @QueryParam("registered") Registration registered,
            @QueryParam("vote") Vote vote,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("25") int size) {
        int rows = Sent.within("size", size, 1, MOST_ROWS);
        int skip = (Sent.within("page", page, 1, MOST_PAGES) - 1) * rows;
        WorkerList.Filter filter = new WorkerList.Filter(standing, track, registered, vote);
        return new Workers(named(list.find(filter, skip, rows)), list.count(filter));
    }

    private List<Named> named(List<ListedWorker> found) {
        Map<Long, MemberSummary> known =
                members.summaries(found.stream().map(ListedWorker::memberId).toList());
        return found.stream()
                .map(worker -> named(worker, known.get(worker.memberId())))
                .toList();
    }

    private static Named named(ListedWorker worker, MemberSummary known) {
        LocalDate begins = worker.toCome() ? worker.start() : null;
        return known == null
                ? new Named(null, null, worker, begins)
                : new Named(known.number(), known.name(), worker, begins);
    }
}
