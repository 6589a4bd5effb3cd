package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Permissions;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.identity.SignIn.Outcome;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.web.Open;
import coop.greffon.web.SignedIn;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.visit.Credentials;
import coop.greffon.web.internal.visit.VisitFactory;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing in for programs: a token for the Authorization header. */
@Component(service = WebResource.class)
@Path("/api/core/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SessionResource implements WebResource {
    /** @param account which account, where a login serves several; null at first */
    record Login(String login, String password, Long account) {}

    /** @param csrf what a form or a header X-CSRF-Token carries where the token is sent as a cookie */
    record Session(String token, String csrf, AccountBody account) {}

    record Me(AccountBody account, Set<String> permissions, LocalDate today, String timeZone) {}

    private final SignIn signIn;
    private final Permissions permissions;

    @Activate
    public SessionResource(@Reference SignIn signIn, @Reference Permissions permissions) {
        this.signIn = signIn;
        this.permissions = permissions;
    }

    @POST
    @Path("sessions")
    @Open
    public Response signIn(@Context HttpServletRequest request, Login sent) {
        String login = Sent.required("login", Sent.body(sent).login());
        String password = Sent.required("password", sent.password());
        Outcome outcome = signIn.attempt(login, password, sent.account(), request.getRemoteAddr());
        if (outcome instanceof Outcome.Welcome welcome) {
            String token = welcome.token();
            return Response.status(Response.Status.CREATED)
                    .entity(new Session(token, VisitFactory.formToken(token), AccountBody.of(welcome.account())))
                    .build();
        } else if (outcome instanceof Outcome.Choose choose) {
            throw new InvalidInput(
                    choose.accounts().stream().map(SessionResource::choice).toList());
        } else if (outcome instanceof Outcome.Throttled throttled) {
            throw new TooSoon(throttled.delay());
        }
        throw new Refused(Text.of("web.sign-in.wrong"));
    }

    private static FieldError choice(Account account) {
        return FieldError.of("account", account.id(), Text.of("web.text", account.name()));
    }

    @DELETE
    @Path("sessions/current")
    @SignedIn
    public Response signOut(@Context HttpServletRequest request) {
        signIn.signOut(Credentials.session(request));
        return Response.noContent().build();
    }

    @GET
    @Path("me")
    @SignedIn
    public Me me(@Context Visit visit) {
        Account account = visit.signedIn();
        return new Me(
                AccountBody.of(account),
                new TreeSet<>(permissions.of(account)),
                visit.today(),
                visit.zone().getId());
    }
}
