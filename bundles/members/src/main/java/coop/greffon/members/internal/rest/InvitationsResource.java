package coop.greffon.members.internal.rest;

import coop.greffon.members.internal.account.Invitations;
import coop.greffon.members.internal.account.Invitations.Progress;
import coop.greffon.members.internal.account.Invitations.Refusal;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.util.List;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invitations of everybody who has no online account yet, for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1/invitations")
@Produces(MediaType.APPLICATION_JSON)
@RequiresPermission("members.account.invite")
public final class InvitationsResource implements WebResource {
    private static final int MOST_ROWS = 200;
    private static final int MOST_PAGES = 1_000_000;

    private final Invitations invitations;

    @Activate
    public InvitationsResource(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    /**
     * How far it has come.
     *
     * @param uninvited how many are members, have a mail and no account: those who wait are among them
     * @param unreachable how many are members without an account or a mail
     * @param waiting how many mails are still to be sent
     * @param sent how many were, since everybody was last asked for
     * @param refused how many could not be
     */
    public record State(
            int uninvited, int unreachable, long waiting, long sent, long refused, List<RefusedInvitation> refusals) {}

    /**
     * Somebody who could not be invited.
     *
     * @param reason why, as a message key
     */
    public record RefusedInvitation(long memberId, String number, String name, String reason, String message) {
        static RefusedInvitation of(Refusal refusal, Visit visit) {
            return new RefusedInvitation(
                    refusal.memberId(),
                    refusal.number(),
                    refusal.name(),
                    refusal.why().key(),
                    visit.t(refusal.why()));
        }
    }

    /** How far it has come, and a page of those who could not be invited. */
    @GET
    public State show(
            @Context Visit visit,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("25") int size) {
        int rows = Sent.within("size", size, 1, MOST_ROWS);
        int skip = (Sent.within("page", page, 1, MOST_PAGES) - 1) * rows;
        Progress progress = invitations.progress();
        return new State(
                invitations.uninvited(),
                invitations.unreachable(),
                progress.waiting(),
                progress.sent(),
                progress.refused(),
                invitations.refusals(skip, rows).stream()
                        .map(refusal -> RefusedInvitation.of(refusal, visit))
                        .toList());
    }

    /** Has everybody invited, in the background; asked again, it does nothing. */
    @POST
    public Response inviteAll(@Context Visit visit) {
        invitations.inviteAll(visit.actor());
        return Response.accepted(show(visit, 1, MOST_ROWS)).build();
    }
}
