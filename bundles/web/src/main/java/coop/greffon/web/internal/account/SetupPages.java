package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.AccountLinks;
import coop.greffon.core.identity.OneTimeLinks;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.validation.Validation;
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
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.validation.constraints.Email;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
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
    private final AccountLinks accounts;
    private final SignIn signIn;
    private final Validation validation;

    @Activate
    public SetupPages(
            @Reference OneTimeLinks links,
            @Reference AccountLinks accounts,
            @Reference SignIn signIn,
            @Reference Validation validation) {
        this.links = links;
        this.accounts = accounts;
        this.signIn = signIn;
        this.validation = validation;
    }

    /**
     * Who is to administer.
     *
     * @param name the name shown
     * @param mail what is typed to sign in
     */
    record Administrator(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Email @Size(max = 254) String mail) {}

    @GET
    public Page form(@Context Visit visit, @PathParam("secret") String secret) {
        insist(links.look(secret));
        return page(visit, secret, Form.of(visit, Map.of()));
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
        try {
            Administrator wanted = validation.valid(new Administrator(name.strip(), mail.strip()));
            var draft = new AccountDraft(
                    null, wanted.name(), visit.language(), Set.of(wanted.mail()), Set.of(Account.ADMIN));
            Account account = accounts.setUp(secret, draft, password);
            Credentials.welcome(request, response, signIn.welcome(account.id()));
            return Response.seeOther(URI.create("/")).build();
        } catch (InvalidInput invalid) {
            Form form = Form.refused(visit, Map.of("name", name, "mail", mail), invalid);
            return Response.status(422).entity(page(visit, secret, form)).build();
        }
    }

    private Page page(Visit visit, String secret, Form form) {
        return Page.alone(Text.of("web.setup.title"), templates.setup(visit, secret, form));
    }

    private static void insist(Optional<OneTimeLinks.Opened> opened) {
        if (opened.filter(link -> link.purpose() == Purpose.SETUP).isEmpty()) {
            throw new NotFound(Text.of("web.setup.link-unknown"));
        }
    }
}
