package coop.greffon.guestbook.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.guestbook.GuestBook;
import coop.greffon.guestbook.internal.store.Answers;
import coop.greffon.guestbook.internal.view.StaticTemplates;
import coop.greffon.guestbook.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.net.URI;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the co-op answers. */
@Component(service = WebResource.class)
@Path("/guestbook/answers")
public final class AnswerPages implements WebResource {
    private static final int SHOWN = 25;

    private final Templates templates = new StaticTemplates();
    private final GuestBook book;
    private final Answers answers;

    @Activate
    public AnswerPages(@Reference GuestBook book, @Reference Answers answers) {
        this.book = book;
        this.answers = answers;
    }

    @GET
    @RequiresPermission("guestbook.entry.answer")
    public Page list(@Context Visit visit) {
        return Page.narrow(Text.of("guestbook.answers.title"), templates.answers(visit, book.latest(SHOWN)));
    }

    @POST
    @Path("{entry}")
    @RequiresPermission("guestbook.entry.answer")
    public Response answer(@PathParam("entry") long entry, @FormParam("answer") String words) {
        answers.answer(entry, words);
        return Response.seeOther(URI.create("/guestbook")).build();
    }
}
