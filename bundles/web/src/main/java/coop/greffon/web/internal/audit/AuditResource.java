package coop.greffon.web.internal.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log of changes for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission("core.audit.read")
public final class AuditResource implements WebResource {
    private static final int SIZE = 50;
    private static final int LAST_PAGE = 10_000;

    /** @param account whose account acted, absent where none did */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Act(
            Instant at,
            Actor.Kind kind,
            Long account,
            String by,
            String action,
            String label,
            String recordKind,
            String recordId,
            List<FieldChange> fields) {}

    /** @param more whether a further page holds older ones */
    record Acts(boolean more, List<Act> changes) {}

    private final Audit audit;

    @Activate
    public AuditResource(@Reference Audit audit) {
        this.audit = audit;
    }

    /** Fifty changes, newest first; pages begin at 1. Days are ISO dates, both included. */
    @GET
    public Acts list(
            @Context Visit visit,
            @QueryParam("q") String text,
            @QueryParam("kind") String kind,
            @QueryParam("from") LocalDate from,
            @QueryParam("until") LocalDate until,
            @QueryParam("page") @DefaultValue("1") int page) {
        int skip = (Sent.within("page", page, 1, LAST_PAGE) - 1) * SIZE;
        var filter = ChangeRows.filter(text, kind, from, until, visit.zone());
        List<Change> found = audit.find(filter, skip, SIZE + 1);
        List<Act> shown =
                found.stream().limit(SIZE).map(change -> act(visit, change)).toList();
        return new Acts(found.size() > SIZE, shown);
    }

    private static Act act(Visit visit, Change change) {
        return new Act(
                change.at(),
                change.by().kind(),
                change.by().accountId(),
                change.by().label(),
                change.action(),
                visit.t(change.action()),
                change.recordKind(),
                change.recordId(),
                change.fields());
    }
}
