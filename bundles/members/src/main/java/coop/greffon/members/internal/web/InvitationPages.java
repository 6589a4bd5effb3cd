package coop.greffon.members.internal.web;

import coop.greffon.members.internal.account.MemberAccounts;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.net.URI;
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

    private final MemberAccounts accounts;

    @Activate
    public InvitationPages(@Reference MemberAccounts accounts) {
        this.accounts = accounts;
    }

    @POST
    @RequiresPermission(INVITE)
    public Response invite(@Context Visit visit, @PathParam("id") long id) {
        accounts.invite(id, visit.actor());
        return Response.seeOther(URI.create("/members/" + id + "?done=members.done.invited"))
                .build();
    }
}
