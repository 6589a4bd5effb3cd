package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.identity.SignIn.Outcome;
import coop.greffon.core.message.Text;
import coop.greffon.web.Open;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.page.Waits;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.internal.visit.Credentials;
import coop.greffon.web.internal.visit.LocalAddress;
import java.net.URI;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signing in and out. */
@Component(service = WebResource.class)
@Path("/")
@Open
public final class SignInPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final SignIn signIn;

    @Activate
    public SignInPages(@Reference SignIn signIn) {
        this.signIn = signIn;
    }

    @GET
    @Path("sign-in")
    public Page form(@Context Visit visit, @QueryParam("to") @DefaultValue("/") String to) {
        return page(visit, "", to, null, List.of());
    }

    @POST
    @Path("sign-in")
    public Response signIn(
            @Context Visit visit,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @FormParam("login") @DefaultValue("") String login,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("account") Long account,
            @FormParam("to") @DefaultValue("/") String to) {
        Outcome outcome = signIn.attempt(login, password, account, request.getRemoteAddr());
        if (outcome instanceof Outcome.Welcome welcome) {
            Credentials.welcome(request, response, welcome);
            return Response.seeOther(URI.create(LocalAddress.of(to))).build();
        } else if (outcome instanceof Outcome.Choose choose) {
            return shown(200, page(visit, login, to, null, choose.accounts()));
        } else if (outcome instanceof Outcome.Throttled throttled) {
            long seconds = Waits.seconds(throttled.delay());
            String error = visit.t("web.sign-in.throttled", seconds);
            return Response.status(Waits.TOO_MANY_REQUESTS)
                    .header(Waits.RETRY_AFTER, seconds)
                    .entity(page(visit, login, to, error, List.of()))
                    .build();
        }
        return shown(422, page(visit, login, to, visit.t("web.sign-in.wrong"), List.of()));
    }

    @POST
    @Path("sign-out")
    public Response signOut(@Context HttpServletRequest request, @Context HttpServletResponse response) {
        String session = Credentials.session(request);
        if (session != null) {
            signIn.signOut(session);
        }
        Credentials.set(request, response, Credentials.SESSION, "", 0);
        return Response.seeOther(URI.create("/sign-in")).build();
    }

    private Page page(Visit visit, String login, String to, String error, List<Account> choices) {
        return Page.alone(
                        Text.of("web.sign-in.title"),
                        templates.signIn(visit, login, LocalAddress.of(to), error, choices))
                .withHelp("web/sign-in");
    }

    private static Response shown(int status, Page page) {
        return Response.status(status).entity(page).build();
    }
}
