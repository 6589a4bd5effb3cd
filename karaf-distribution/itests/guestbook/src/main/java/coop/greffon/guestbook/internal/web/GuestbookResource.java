package coop.greffon.guestbook.internal.web;

import coop.greffon.guestbook.Entry;
import coop.greffon.guestbook.EntryDraft;
import coop.greffon.guestbook.GuestBook;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The book for programs. */
@Component(service = WebResource.class)
@Path("/api/guestbook/v1/entries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class GuestbookResource implements WebResource {
    private static final int SHOWN = 100;

    private final GuestBook book;

    @Activate
    public GuestbookResource(@Reference GuestBook book) {
        this.book = book;
    }

    @GET
    @RequiresPermission("guestbook.entry.list")
    public List<Entry> list() {
        return book.latest(SHOWN);
    }

    @POST
    @RequiresPermission("guestbook.entry.write")
    public Response write(@Context Visit visit, EntryDraft draft) {
        return Response.status(Response.Status.CREATED)
                .entity(book.write(draft, Writers.memberId(visit), visit.actor()))
                .build();
    }
}
