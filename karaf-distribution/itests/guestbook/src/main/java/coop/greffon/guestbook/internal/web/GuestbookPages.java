package coop.greffon.guestbook.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.guestbook.EntryDraft;
import coop.greffon.guestbook.GuestBook;
import coop.greffon.guestbook.internal.view.StaticTemplates;
import coop.greffon.guestbook.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import java.net.URI;
import java.util.Map;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The book as people read and sign it. */
@Component(service = WebResource.class)
@Path("/guestbook")
public final class GuestbookPages implements WebResource {
    private static final int SHOWN = 25;
    private static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final GuestBook book;

    @Activate
    public GuestbookPages(@Reference GuestBook book) {
        this.book = book;
    }

    @GET
    @RequiresPermission("guestbook.entry.list")
    public Page read(@Context Visit visit) {
        return page(visit, Form.of(visit, Map.of()));
    }

    @POST
    @RequiresPermission("guestbook.entry.write")
    public Response write(@Context Visit visit, @FormParam("text") String text) {
        try {
            book.write(new EntryDraft(text), Writers.memberId(visit), visit.actor());
            return Response.seeOther(URI.create("/guestbook")).build();
        } catch (InvalidInput refused) {
            Form form = Form.refused(visit, text == null ? Map.of() : Map.of("text", text), refused);
            return Response.status(UNPROCESSABLE).entity(page(visit, form)).build();
        }
    }

    private Page page(Visit visit, Form form) {
        var content = templates.entries(visit, form, book.count(), book.latest(SHOWN));
        return Page.narrow(Text.of("guestbook.entries.title"), content).withHelp("guestbook/entries");
    }
}
