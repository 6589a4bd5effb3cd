package coop.greffon.web.internal.mail;

import coop.greffon.core.mail.Mail;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.net.URI;
import java.util.Arrays;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The letters: what waits, what failed and why, what left. */
@Component(service = WebResource.class)
@Path("/admin/mails")
@RequiresPermission("core.mail.read")
public final class MailPages implements WebResource {
    private static final String ROOT = "/admin/mails";
    private static final Text TITLE = Text.of("web.mails.title");
    private static final Table<Mail> MAILS = Table.<Mail>of("mails", "web.mails.title")
            .with(Column.<Mail>title("title", "web.mails.subject", Mail::title, mail -> ROOT + "/" + mail.id()))
            .with(Column.<Mail>text("to", "web.mails.to", MailPages::to))
            .with(Column.<Mail>state("state", "web.mails.state", mail -> state(mail.state()), MailPages::tone))
            .with(Column.<Mail>moment("written", "web.mails.written", Mail::writtenAt))
            .with(Column.<Mail>moment("sent", "web.mails.sent", Mail::sentAt))
            .with(Column.<Mail>text("failure", "web.mails.failure", Mail::failure))
            .with(Column.<Mail>number("attempts", "web.mails.attempts", Mail::attempts)
                    .exportOnly())
            .with(Filter.choice(
                    MailRows.STATE,
                    "web.mails.state",
                    () -> Arrays.stream(Mail.State.values())
                            .map(state -> new Filter.Option(state.name(), state(state)))
                            .toList()))
            .empty("web.mails.empty", "web.mails.empty-next");

    private final Templates templates = new StaticTemplates();
    private final Mails mails;
    private final Tables tables;

    @Activate
    public MailPages(@Reference Mails mails, @Reference Tables tables) {
        this.mails = mails;
        this.tables = tables;
    }

    @GET
    public Response list(@Context Visit visit) {
        var counts = mails.counts();
        boolean anyToSend =
                counts.getOrDefault(Mail.State.WAITING, 0L) + counts.getOrDefault(Mail.State.FAILED, 0L) > 0;
        return tables.answer(visit, MAILS, new MailRows(mails), content -> {
            Page page = Page.of(TITLE, templates.mails(visit, mails.dispatch(), content))
                    .withHelp("web/mails");
            return anyToSend && visit.may("core.mail.send") ? page.withActions(templates.mailListActions(visit)) : page;
        });
    }

    @POST
    @Path("retry")
    @RequiresPermission("core.mail.send")
    public Response retryAll(@Context Visit visit) {
        mails.retryAll(visit.actor());
        return done(ROOT, "web.done.mails-retried");
    }

    @GET
    @Path("{id}")
    public Page mail(@Context Visit visit, @PathParam("id") long id) {
        Mail mail = mails.find(id).orElseThrow(() -> new NotFound(Text.of("core.mail.unknown", Long.toString(id))));
        var content = templates.mail(
                visit, mail, visit.t(state(mail.state())), mails.body(id).orElse(null));
        return Page.narrow(Text.of("web.text", mail.title()), content)
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/mails");
    }

    @POST
    @Path("{id}/retry")
    @RequiresPermission("core.mail.send")
    public Response retry(@Context Visit visit, @PathParam("id") long id) {
        mails.retry(id, visit.actor());
        return done(ROOT + "/" + id, "web.done.mail-retried");
    }

    @POST
    @Path("{id}/forget")
    @RequiresPermission("core.mail.send")
    public Response forget(@Context Visit visit, @PathParam("id") long id) {
        mails.cancel(id, visit.actor());
        return done(ROOT + "/" + id, "web.done.mail-forgotten");
    }

    private static String to(Mail mail) {
        return mail.name().isEmpty() ? mail.address() : mail.name() + " <" + mail.address() + ">";
    }

    private static Text state(Mail.State state) {
        return Text.of("core.mail.state." + state);
    }

    private static Tone tone(Mail mail) {
        return switch (mail.state()) {
            case SENT -> Tone.OK;
            case WAITING -> mail.failure() == null ? Tone.INFO : Tone.WARN;
            case HELD -> Tone.WARN;
            case FAILED -> Tone.DENY;
            case CANCELLED -> Tone.NEUTRAL;
        };
    }

    private static Response done(String path, String message) {
        return Response.seeOther(URI.create(path + "?done=" + message)).build();
    }
}
