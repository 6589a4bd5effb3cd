package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.web.Open;
import coop.greffon.web.Page;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.internal.visit.Credentials;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
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

/** First start: whoever holds the link from the console makes the first account. */
@Component(service = WebResource.class)
@Path("/setup/{secret}")
@Open
public final class SetupPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final OneTimeLinks links;
    private final Accounts accounts;
    private final SignIn signIn;

    @Activate
    public SetupPages(@Reference OneTimeLinks links, @Reference Accounts accounts, @Reference SignIn signIn) {
        this.links = links;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    @GET
    public Page form(@Context Visit visit, @PathParam("secret") String secret) {
        insist(links.look(secret));
        return page(visit, secret, null);
    }

    @POST
    public Response create(
            @Context Visit visit,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @PathParam("secret") String secret,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("mail") @DefaultValue("") String mail,
            @FormParam("password") @DefaultValue("") String password) {
        insist(links.look(secret));
        if (name.isBlank() || !mail.contains("@")) {
            return Response.status(422)
                    .entity(page(visit, secret, visit.t("web.setup.incomplete")))
                    .build();
        }
        try {
            Account account = accounts.create(
                    new AccountDraft(null, name, visit.language(), Set.of(mail), Set.of(Account.ADMIN)), Actor.host());
            accounts.setPassword(account.id(), password, Actor.host());
            insist(links.use(secret));
            Credentials.welcome(request, response, signIn.welcome(account.id()));
            return Response.seeOther(URI.create("/")).build();
        } catch (InvalidInput invalid) {
            String error = visit.t(invalid.errors().get(0).message());
            return Response.status(422).entity(page(visit, secret, error)).build();
        }
    }

    private Page page(Visit visit, String secret, String error) {
        return Page.alone(Text.of("web.setup.title"), templates.setup(visit, secret, error));
    }

    private static void insist(Optional<OneTimeLinks.Opened> opened) {
        if (opened.filter(link -> link.purpose() == Purpose.SETUP).isEmpty()) {
            throw new NotFound(Text.of("web.setup.link-unknown"));
        }
    }
}
