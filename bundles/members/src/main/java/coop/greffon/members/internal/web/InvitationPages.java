package coop.greffon.members.internal.web;

import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.internal.account.MemberAccounts;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sends people the mail that opens their online account. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/invitation")
public final class InvitationPages implements WebResource {
    static final String INVITE = "members.account.invite";

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final MemberAccounts accounts;
    private final Mails mails;

    @Activate
    public InvitationPages(@Reference Members members, @Reference MemberAccounts accounts, @Reference Mails mails) {
        this.members = members;
        this.accounts = accounts;
        this.mails = mails;
    }

    @POST
    @RequiresPermission(INVITE)
    public Response invite(@Context Visit visit, @PathParam("id") long id) {
        try {
            boolean isSent = accounts.invite(id, visit.actor()).isSent();
            return RecordLinks.done(
                    id, isSent ? mails.dispatch().sentence("members.done.invited") : "members.done.invited-already");
        } catch (Refused refused) {
            Member member = members.get(id);
            return RecordLinks.refused(Page.narrow(
                            Text.of("members.invitation.title"),
                            templates.invitationRefused(visit, member, visit.t(refused.title())))
                    .below(RecordLinks.list(), RecordLinks.record(member)));
        }
    }
}
