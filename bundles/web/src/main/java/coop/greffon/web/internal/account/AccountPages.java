package coop.greffon.web.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountOverview;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Role;
import coop.greffon.core.mail.Mails;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.role.StaleRight;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.table.Column;
import coop.greffon.web.table.Column.Tone;
import coop.greffon.web.table.Filter;
import coop.greffon.web.table.Table;
import coop.greffon.web.table.Tables;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

/** The accounts: who may sign in, with which roles. */
@Component(service = WebResource.class)
@Path("/admin/accounts")
@RequiresPermission("core.account.manage")
public final class AccountPages implements WebResource {
    private static final String ROOT = "/admin/accounts";
    private static final Text TITLE = Text.of("web.accounts.title");

    private final Templates templates = new StaticTemplates();
    private final AccountDesk desk;
    private final Accounts accounts;
    private final Tables tables;
    private final Mails mails;

    @Activate
    public AccountPages(
            @Reference AccountDesk desk,
            @Reference Accounts accounts,
            @Reference Tables tables,
            @Reference Mails mails) {
        this.desk = desk;
        this.accounts = accounts;
        this.tables = tables;
        this.mails = mails;
    }

    @GET
    public Response list(@Context Visit visit) {
        return tables.answer(
                visit,
                table(visit),
                new AccountRows(accounts),
                content -> Page.of(TITLE, content)
                        .withActions(templates.accountListActions(visit))
                        .withHelp("web/accounts"));
    }

    private Table<AccountOverview> table(Visit visit) {
        Map<String, String> names =
                desk.roles().stream().collect(Collectors.toMap(Role::id, role -> visit.t(role.name())));
        return Table.<AccountOverview>of("accounts", "web.accounts.title")
                .with(Column.<AccountOverview>title(
                                "name",
                                "web.accounts.name",
                                row -> row.account().name(),
                                row -> path(row.account()))
                        .sortable())
                .with(Column.<AccountOverview>text(
                        "logins",
                        "web.accounts.logins",
                        row -> row.account().logins().stream().sorted().toList()))
                .with(Column.<AccountOverview>text(
                        "roles",
                        "web.accounts.roles",
                        row -> row.account().roles().stream()
                                .sorted()
                                .map(role -> names.getOrDefault(role, role))
                                .toList()))
                .with(Column.<AccountOverview>state(
                        "state",
                        "web.accounts.state",
                        row -> state(row.account().state()),
                        row -> tone(row.account().state())))
                .with(Column.<AccountOverview>moment(
                                AccountRows.LAST, "web.accounts.last", AccountOverview::lastSignInAt)
                        .sortable())
                .with(Filter.search(AccountRows.TEXT, "web.accounts.filter"))
                .with(Filter.choice(
                        AccountRows.ROLE,
                        "web.accounts.role",
                        () -> desk.roles().stream()
                                .map(role -> new Filter.Option(role.id(), role.name()))
                                .toList()))
                .with(Filter.choice(
                        AccountRows.STATE,
                        "web.accounts.state",
                        () -> Arrays.stream(Account.State.values())
                                .map(state -> new Filter.Option(state.name(), state(state)))
                                .toList()))
                .sortedBy("name");
    }

    private static Text state(Account.State state) {
        return Text.of("core.account.state." + state);
    }

    private static Tone tone(Account.State state) {
        return switch (state) {
            case ACTIVE -> Tone.OK;
            case INVITED -> Tone.INFO;
            case CLOSED -> Tone.NEUTRAL;
        };
    }

    @GET
    @Path("new")
    public Page invitation(@Context Visit visit) {
        return invitation(
                visit, Form.of(visit, Map.of("language", visit.language().toLanguageTag())), Set.of());
    }

    private Page invitation(Visit visit, Form form, Set<String> chosen) {
        List<Choice> languages = desk.languages().stream()
                .map(language -> new Choice(language.toLanguageTag(), language.getDisplayLanguage(visit.language())))
                .toList();
        var content = templates.accountNew(visit, form, languages, roles(visit, chosen));
        return Page.narrow(Text.of("web.accounts.invite"), content)
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/accounts");
    }

    @POST
    @Path("new")
    public Response invite(
            @Context Visit visit,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("mail") @DefaultValue("") String mail,
            @FormParam("language") @DefaultValue("") String language,
            @FormParam("roles") Set<String> roles) {
        try {
            Locale chosen = language.isBlank() ? null : Locale.forLanguageTag(language);
            Account account = desk.invite(new Invitation(name, mail.strip(), chosen, roles), visit);
            return done(path(account), mails.dispatch().sentence("web.done.invited"));
        } catch (Problem refused) {
            Form form = Form.refused(visit, Map.of("name", name, "mail", mail, "language", language), refused);
            return Response.status(422).entity(invitation(visit, form, roles)).build();
        }
    }

    private List<RoleBox> roles(Visit visit, Set<String> chosen) {
        return desk.roles().stream()
                .map(role -> new RoleBox(role.id(), visit.t(role.name()), chosen.contains(role.id())))
                .toList();
    }

    @GET
    @Path("{id}")
    public Page account(@Context Visit visit, @PathParam("id") long id) {
        Account account = desk.find(id);
        return page(visit, account, account.roles(), List.of());
    }

    private Page page(Visit visit, Account account, Set<String> chosen, List<StaleRight> changes) {
        var content = templates.account(visit, account, visit.t(state(account.state())), roles(visit, chosen), changes);
        return Page.narrow(Text.of("web.text", account.name()), content)
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/accounts");
    }

    @POST
    @Path("{id}/roles")
    public Response setRoles(
            @Context Visit visit,
            @PathParam("id") long id,
            @FormParam("revision") @DefaultValue("-1") long revision,
            @FormParam("roles") Set<String> roles) {
        try {
            desk.setRoles(id, revision, roles, visit);
            return done(ROOT + "/" + id, "web.done.account-roles");
        } catch (StaleEdit stale) {
            Page again = page(visit, desk.find(id), StaleRight.merged(stale, roles), changes(stale, roles, visit));
            return Response.status(Response.Status.CONFLICT).entity(again).build();
        }
    }

    private List<StaleRight> changes(StaleEdit stale, Set<String> ticked, Visit visit) {
        Map<String, String> names =
                desk.roles().stream().collect(Collectors.toMap(Role::id, role -> visit.t(role.name())));
        return stale.errors().stream()
                .map(error -> new StaleRight(
                        names.getOrDefault(error.field(), error.field()),
                        visit.t(error.message()),
                        ticked.contains(error.field())))
                .toList();
    }

    @POST
    @Path("{id}/link")
    public Response link(@Context Visit visit, @PathParam("id") long id) {
        boolean isSent = desk.sendLink(id, visit);
        return done(
                ROOT + "/" + id,
                isSent ? mails.dispatch().sentence("web.done.account-link") : "web.done.account-link-already");
    }

    @POST
    @Path("{id}/sign-out")
    public Response signOut(@Context Visit visit, @PathParam("id") long id) {
        desk.signOut(id, visit);
        return done(ROOT + "/" + id, "web.done.account-signed-out");
    }

    @GET
    @Path("{id}/close")
    public Page closing(@Context Visit visit, @PathParam("id") long id) {
        Account account = desk.find(id);
        return Page.narrow(Text.of("web.accounts.close-title", account.name()), templates.accountClose(visit, account))
                .below(new Crumb(TITLE, ROOT), new Crumb(Text.of("web.text", account.name()), path(account)))
                .withHelp("web/accounts");
    }

    @POST
    @Path("{id}/close")
    public Response close(@Context Visit visit, @PathParam("id") long id) {
        desk.close(id, visit);
        return done(ROOT + "/" + id, "web.done.account-closed");
    }

    private static Response done(String path, String key) {
        return Response.seeOther(URI.create(path + "?done=" + key)).build();
    }

    private static String path(Account account) {
        return ROOT + "/" + account.id();
    }
}
