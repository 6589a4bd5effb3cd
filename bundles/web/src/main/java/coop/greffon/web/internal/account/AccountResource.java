package coop.greffon.web.internal.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountOverview;
import coop.greffon.core.identity.AccountQuery;
import coop.greffon.core.identity.AccountQuery.Order;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Role;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core.account.manage")
public final class AccountResource implements WebResource {
    private static final int SIZE = 50;
    private static final int LAST_PAGE = 10_000;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Overview(AccountBody account, Instant createdAt, Instant lastSignInAt) {
        static Overview of(AccountOverview overview) {
            return new Overview(AccountBody.of(overview.account()), overview.createdAt(), overview.lastSignInAt());
        }
    }

    record Found(long total, List<Overview> accounts) {}

    record Roles(Set<String> roles) {}

    record Link(String path) {}

    private final AccountDesk desk;
    private final Accounts accounts;

    @Activate
    public AccountResource(@Reference AccountDesk desk, @Reference Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    /** Fifty accounts by name; pages begin at 1. */
    @GET
    public Found list(
            @QueryParam("q") String text,
            @QueryParam("role") String role,
            @QueryParam("state") Account.State state,
            @QueryParam("page") @DefaultValue("1") int page) {
        // A role may be left over on accounts from a module that is gone.
        if (role != null && accounts.count(new AccountQuery(null, role, null, Order.NAME, false)) == 0) {
            Sent.oneOf("role", role, desk.roles().stream().map(Role::id).toArray(String[]::new));
        }
        var query = new AccountQuery(text, role, state, Order.NAME, false);
        int skip = (Sent.within("page", page, 1, LAST_PAGE) - 1) * SIZE;
        List<Overview> found =
                accounts.find(query, skip, SIZE).stream().map(Overview::of).toList();
        return new Found(accounts.count(query), found);
    }

    @POST
    public Response invite(@Context Visit visit, Invitation sent) {
        Sent.whole("roles", Sent.body(sent).roles());
        Account account = desk.invite(sent, visit);
        return Response.status(Response.Status.CREATED)
                .entity(AccountBody.of(account))
                .build();
    }

    @GET
    @Path("{id}")
    public AccountBody account(@Context HttpServletResponse response, @PathParam("id") long id) {
        Account account = desk.find(id);
        response.setHeader(HttpHeaders.ETAG, "\"" + account.rolesRevision() + "\"");
        return AccountBody.of(account);
    }

    /** Replaces the roles; {@code If-Match} names the ones that were read, by the {@code ETag} of the account. */
    @PUT
    @Path("{id}/roles")
    public AccountBody setRoles(
            @Context Visit visit,
            @Context HttpServletResponse response,
            @PathParam("id") long id,
            @HeaderParam("If-Match") String ifMatch,
            Roles sent) {
        Set<String> roles = Sent.whole("roles", Sent.body(sent).roles());
        desk.setRoles(id, Sent.revision(ifMatch), roles, visit);
        return account(response, id);
    }

    /** A link to be handed over, with which the account chooses a password. */
    @POST
    @Path("{id}/link")
    public Link link(@Context Visit visit, @PathParam("id") long id) {
        return new Link(desk.handLink(id, visit));
    }

    @DELETE
    @Path("{id}/sessions")
    public Response signOut(@Context Visit visit, @PathParam("id") long id) {
        desk.signOut(id, visit);
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    public Response close(@Context Visit visit, @PathParam("id") long id) {
        desk.close(id, visit);
        return Response.noContent().build();
    }
}
