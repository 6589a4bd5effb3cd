package coop.greffon.web.internal.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.mail.Dispatch;
import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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

/** Letters for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission("core.mail.read")
public final class MailResource implements WebResource {
    private static final int SIZE = 50;
    private static final int LAST_PAGE = 10_000;

    /** @param html what it says; on a demo only */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Letter(
            long id,
            Mail.State state,
            String name,
            String address,
            String title,
            String messageId,
            Instant writtenAt,
            Instant sentAt,
            Instant nextAttemptAt,
            int attempts,
            String failure,
            String html) {}

    record Letters(long total, Dispatch dispatch, List<Letter> mails) {}

    record Count(int mails) {}

    private final Mails mails;

    @Activate
    public MailResource(@Reference Mails mails) {
        this.mails = mails;
    }

    /** Fifty letters, newest first; pages begin at 1. */
    @GET
    public Letters list(
            @Context Visit visit,
            @QueryParam("state") Mail.State state,
            @QueryParam("page") @DefaultValue("1") int page) {
        int skip = (Sent.within("page", page, 1, LAST_PAGE) - 1) * SIZE;
        List<Letter> found = mails.list(state, skip, SIZE).stream()
                .map(mail -> letter(visit, mail, null))
                .toList();
        return new Letters(new MailRows(mails).total(state), mails.dispatch(), found);
    }

    @GET
    @Path("{id}")
    public Letter mail(@Context Visit visit, @PathParam("id") long id) {
        Mail mail = mails.find(id).orElseThrow(() -> new NotFound(Text.of("core.mail.unknown", Long.toString(id))));
        return letter(visit, mail, mails.body(id).orElse(null));
    }

    /** Tries every letter again now that waits or failed. */
    @POST
    @Path("attempts")
    @RequiresPermission("core.mail.send")
    public Count retryAll(@Context Visit visit) {
        return new Count(mails.retryAll(visit.actor()));
    }

    /** Tries a letter again now. */
    @POST
    @Path("{id}/attempts")
    @RequiresPermission("core.mail.send")
    public Letter retry(@Context Visit visit, @PathParam("id") long id) {
        mails.retry(id, visit.actor());
        return mail(visit, id);
    }

    /** Gives a letter up and forgets what it says. */
    @DELETE
    @Path("{id}")
    @RequiresPermission("core.mail.send")
    public Response forget(@Context Visit visit, @PathParam("id") long id) {
        mails.cancel(id, visit.actor());
        return Response.noContent().build();
    }

    private static Letter letter(Visit visit, Mail mail, String html) {
        return new Letter(
                mail.id(),
                mail.state(),
                mail.name(),
                mail.address(),
                mail.title(),
                mail.messageId(),
                mail.writtenAt(),
                mail.sentAt(),
                mail.nextAttemptAt(),
                mail.attempts(),
                mail.failure() == null ? null : visit.t(mail.failure()),
                html);
    }
}
