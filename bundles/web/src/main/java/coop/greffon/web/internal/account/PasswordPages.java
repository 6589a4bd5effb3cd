package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.Open;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.internal.visit.Credentials;
import java.net.URI;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A forgotten password, a first visit: a link by mail, and the page on which a password is chosen. */
@Component(service = WebResource.class)
@Path("/")
@Open
public final class PasswordPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final AccountLinks links;
    private final SignIn signIn;
    private final Mails mails;

    @Activate
    public PasswordPages(@Reference AccountLinks links, @Reference SignIn signIn, @Reference Mails mails) {
        this.links = links;
        this.signIn = signIn;
        this.mails = mails;
    }

    @GET
    @Path("password")
    public Page forgotten(@Context Visit visit) {
        return Page.alone(Text.of("web.password.title"), templates.password(visit, Form.of(visit, Map.of())))
                .withHelp("web/sign-in");
    }

    /** Answers the same whoever the mail belongs to. */
    @POST
    @Path("password")
    public Response remind(@FormParam("mail") @DefaultValue("") String mail) {
        links.remind(mail);
        String said = mails.dispatch().sentence("web.done.link-sent");
        return Response.seeOther(URI.create("/password?done=" + said)).build();
    }

    @GET
    @Path("activate")
    public Response firstVisit() {
        return Response.seeOther(URI.create("/password")).build();
    }

    @GET
    @Path("activate/{secret}")
    public Response choice(@Context Visit visit, @PathParam("secret") String secret) {
        return page(visit, secret, Form.of(visit, Map.of()), 200);
    }

    @POST
    @Path("activate/{secret}")
    public Response choose(
            @Context Visit visit,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @PathParam("secret") String secret,
            @FormParam("password") @DefaultValue("") String password) {
        try {
            Account account = links.choose(secret, password);
            Credentials.welcome(request, response, signIn.welcome(account.id()));
            return Response.seeOther(URI.create("/?done=web.done.password")).build();
        } catch (InvalidInput refused) {
            return page(visit, secret, Form.refused(visit, Map.of(), refused), 422);
        } catch (NotFound gone) {
            return gone(visit);
        }
    }

    private Response page(Visit visit, String secret, Form form, int status) {
        Account account = links.look(secret).orElse(null);
        if (account == null) {
            return gone(visit);
        }
        var page = Page.alone(Text.of("web.activate.title"), templates.activate(visit, account.name(), secret, form))
                .withHelp("web/sign-in");
        return Response.status(status).entity(page).build();
    }

    private Response gone(Visit visit) {
        var page = Page.alone(Text.of("web.activate.gone"), templates.activateGone(visit))
                .withHelp("web/sign-in");
        return Response.status(Response.Status.NOT_FOUND).entity(page).build();
    }
}
