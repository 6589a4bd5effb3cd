package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.web.Page;
import coop.greffon.web.SignedIn;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.page.Waits;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.internal.visit.Credentials;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own account: language, password, and the end of every session. */
@Component(service = WebResource.class)
@Path("/account")
@SignedIn
public final class MyAccountPages implements WebResource {

    private final Templates templates = new StaticTemplates();
    private final AccountDesk desk;
    private final Accounts accounts;
    private final SignIn signIn;

    @Activate
    public MyAccountPages(@Reference AccountDesk desk, @Reference Accounts accounts, @Reference SignIn signIn) {
        this.desk = desk;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    @GET
    public Page account(@Context Visit visit) {
        return page(visit, Form.of(visit, Map.of("language", visit.language().toLanguageTag())));
    }

    private Page page(Visit visit, Form form) {
        List<Choice> languages = desk.languages().stream()
                .map(language -> new Choice(language.toLanguageTag(), language.getDisplayLanguage(language)))
                .toList();
        return Page.narrow(Text.of("web.shell.account"), templates.myAccount(visit, visit.signedIn(), form, languages))
                .withHelp("web/account");
    }

    @POST
    @Path("language")
    public Response setLanguage(@Context Visit visit, @FormParam("language") @DefaultValue("") String language) {
        Locale chosen;
        try {
            chosen = desk.known(Locale.forLanguageTag(language));
        } catch (InvalidInput refused) {
            return refused(visit, language, refused);
        }
        accounts.setLanguage(visit.signedIn().id(), chosen, visit.actor());
        signIn.refresh(visit.signedIn().id());
        return Response.seeOther(URI.create("/account?done=web.done.language")).build();
    }

    @POST
    @Path("password")
    public Response setPassword(
            @Context Visit visit,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("password") @DefaultValue("") String password) {
        Account account = visit.signedIn();
        try {
            if (!signIn.confirm(account.id(), current)) {
                throw new InvalidInput(FieldError.of("current", null, Text.of("web.account.current-wrong")));
            }
            accounts.setPassword(account.id(), password, visit.actor());
        } catch (InvalidInput | TooSoon refused) {
            return refused(visit, visit.language().toLanguageTag(), refused);
        }
        signIn.signOutEverywhere(account.id());
        Credentials.welcome(request, response, signIn.welcome(account.id()));
        return Response.seeOther(URI.create("/account?done=web.done.password")).build();
    }

    private Response refused(Visit visit, String language, Problem refused) {
        Form form = Form.refused(visit, Map.of("language", language), refused);
        var response = Response.status(422);
        if (refused instanceof TooSoon early) {
            response.status(Waits.TOO_MANY_REQUESTS).header(Waits.RETRY_AFTER, Waits.seconds(early.delay()));
        }
        return response.entity(page(visit, form)).build();
    }

    @POST
    @Path("sign-out-everywhere")
    public Response signOutEverywhere(
            @Context Visit visit, @Context HttpServletRequest request, @Context HttpServletResponse response) {
        signIn.signOutEverywhere(visit.signedIn().id());
        Credentials.set(request, response, Credentials.SESSION, "", 0);
        return Response.seeOther(URI.create("/sign-in?done=web.done.signed-out"))
                .build();
    }
}
