package coop.greffon.members.internal.web;

import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.members.internal.account.Invitations;
import coop.greffon.members.internal.account.Invitations.Progress;
import coop.greffon.members.internal.account.Invitations.Refusal;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Rows;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.TableQuery;
import coop.greffon.web.table.Tables;
import gg.jte.Content;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invites everybody at once who has no online account yet, and tells how far that has come. */
@Component(service = WebResource.class)
@Path("/members/invitations")
@RequiresPermission(InvitationPages.INVITE)
public final class InviteAllPages implements WebResource {
    private static final Text TITLE = Text.of("members.invitations.title");
    private static final int ROWS_OF_A_BATCH = 500;
    private static final String TWO_SECONDS = "2";
    private static final Table<Refusal> REFUSALS = Table.<Refusal>of("invitations", TITLE.key())
            .with(Column.number("number", "members.field.number", Refusal::number))
            .with(Column.title(
                    "name", "members.field.name", Refusal::name, (Refusal refusal) -> "/members/" + refusal.memberId()))
            .with(Column.text("why", "members.invitations.why", Refusal::why))
            .empty("members.invitations.none-refused", "members.invitations.none-refused-next");

    private final Templates templates = new StaticTemplates();
    private final Invitations invitations;
    private final Mails mails;
    private final Tables tables;

    @Activate
    public InviteAllPages(@Reference Invitations invitations, @Reference Mails mails, @Reference Tables tables) {
        this.invitations = invitations;
        this.mails = mails;
        this.tables = tables;
    }

    @GET
    public Response show(@Context Visit visit) {
        Progress progress = invitations.progress();
        Response answer = tables.answer(
                visit, REFUSALS, new Refusals(progress.refused()), refusals -> page(visit, progress, refusals));
        return progress.waiting() > 0 && answer.getEntity() instanceof Page
                ? Response.fromResponse(answer).header("Refresh", TWO_SECONDS).build()
                : answer;
    }

    private Page page(Visit visit, Progress progress, Content refusals) {
        Content state = progress.waiting() > 0
                ? templates.invitationsRunning(visit, progress)
                : templates.invitationsIdle(visit, progress, invitations.uninvited(), invitations.unreachable());
        return Page.narrow(TITLE, templates.invitations(visit, progress, mails.dispatch(), state, refusals))
                .below(RecordLinks.list())
                .withHelp("members/invitations");
    }

    @POST
    public Response inviteAll(@Context Visit visit) {
        invitations.inviteAll(visit.actor());
        return Response.seeOther(URI.create("/members/invitations")).build();
    }

    private final class Refusals implements Rows<Refusal> {
        private final long all;

        Refusals(long all) {
            this.all = all;
        }

        @Override
        public Slice<Refusal> slice(TableQuery query) {
            return new Slice<>(invitations.refusals(query.skip(), query.size()), Total.of(all));
        }

        @Override
        public void each(TableQuery query, Consumer<Refusal> row) {
            List<Refusal> batch;
            int read = 0;
            do {
                batch = invitations.refusals(read, ROWS_OF_A_BATCH);
                batch.forEach(row);
                read += batch.size();
            } while (batch.size() == ROWS_OF_A_BATCH);
        }
    }
}
