package coop.greffon.members.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.identity.Account;
import coop.greffon.members.Members;
import coop.greffon.members.internal.account.MemberAccounts;
import coop.greffon.members.internal.account.MemberAccounts.Invited;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People's online accounts, for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1/members/{id}/account")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class AccountResource implements WebResource {
    private final Members members;
    private final MemberAccounts accounts;

    @Activate
    public AccountResource(@Reference Members members, @Reference MemberAccounts accounts) {
        this.members = members;
        this.accounts = accounts;
    }

    /**
     * An account; one that was never made has no state.
     *
     * @param logins what may be typed to sign in
     * @param sent of an invitation, whether a mail was written: false where the same caller had the same one written within the last minute
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(Account.State state, Set<String> logins, Boolean sent) {
        static Answer of(Account account, Boolean sent) {
            return new Answer(account.state(), new TreeSet<>(account.logins()), sent);
        }
    }

    @GET
    @RequiresPermission(MembersResource.LIST)
    public Answer show(@PathParam("id") long id) {
        members.get(id);
        return accounts.of(id).map(account -> Answer.of(account, null)).orElse(new Answer(null, Set.of(), null));
    }

    /** Writes the mail with which the person chooses a password; whether mails leave, the list of mails says. */
    @POST
    @Path("invitation")
    @RequiresPermission("members.account.invite")
    public Answer invite(@Context Visit visit, @PathParam("id") long id) {
        Invited invited = accounts.invite(id, visit.actor());
        return Answer.of(invited.account(), invited.isSent());
    }
}
