package coop.greffon.shifts.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.reader.Reader;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the person who is signed in stands, and why, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/me/status")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnStatusResource implements WebResource {
    private final OwnAccounts accounts;
    private final JpaWorkers workers;

    @Activate
    public OwnStatusResource(@Reference OwnAccounts accounts, @Reference JpaWorkers workers) {
        this.accounts = accounts;
        this.workers = workers;
    }

    /** Where one stands on a day, by all that is recorded now. */
    @GET
    @RequiresPermission("shifts.self.read")
    public WorkersResource.Status status(@Context Visit visit, @QueryParam("on") String on) {
        LocalDate day = Optional.ofNullable(Sent.day("on", on)).orElse(visit.today());
        return workers.account(accounts.get(visit, day), day, null)
                .map(account -> account.seenBy(Reader.memberId(visit)))
                .map(account -> WorkersResource.status(visit, account, accounts.isOfAnother(visit, day), null))
                .orElseThrow(() -> new NotFound(Text.of("shifts.self.none")));
    }
}
