package coop.greffon.web.internal.setting;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingGroup;
import coop.greffon.core.setting.SettingInfo;
import coop.greffon.core.setting.SettingState;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import coop.greffon.web.rest.Sent;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of each module: one form per module, and each setting with its plans and its past. */
@Component(service = WebResource.class)
@Path("/admin/settings")
@RequiresPermission("core.setting.edit")
public final class SettingPages implements WebResource {
    private static final String ROOT = "/admin/settings";
    private static final String HOST = "core";
    private static final String FROM = "from";
    private static final String REVISION = "revision";
    private static final String WAS = "was-";

    private final Templates templates = new StaticTemplates();
    private final SettingAdministration settings;

    @Activate
    public SettingPages(@Reference SettingAdministration settings) {
        this.settings = settings;
    }

    @GET
    public Page host(@Context Visit visit) {
        return module(visit, HOST);
    }

    @GET
    @Path("{module}")
    public Page module(@Context Visit visit, @PathParam("module") String module) {
        SettingGroup group = settings.group(module);
        Map<String, String> values = new HashMap<>();
        group.settings().forEach(state -> values.put(state.info().key(), state.value()));
        values.put(FROM, visit.today().toString());
        return page(visit, group, Form.of(visit, values));
    }

    @POST
    @Path("{module}")
    public Response save(
            @Context Visit visit, @PathParam("module") String module, MultivaluedMap<String, String> form) {
        SettingGroup group = settings.group(module);
        Map<String, String> typed = new HashMap<>();
        form.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.get(0)));
        try {
            LocalDate from = Sent.day(FROM, typed.get(FROM));
            Map<String, String> changed = changed(group, typed);
            if (!changed.isEmpty()) {
                OwnPages.requireNone(settings, module, changed);
                settings.change(module, changed, from, revision(typed), visit.actor());
            }
            return Response.seeOther(URI.create(ROOT + "/" + module + "?done=web.done.settings"))
                    .build();
        } catch (InvalidInput | StaleEdit refused) {
            return Response.status(status(refused))
                    .entity(page(visit, group, Form.refused(visit, typed, refused)))
                    .build();
        }
    }

    /** What differs from what the form showed; a secret that is left empty stays. */
    private static Map<String, String> changed(SettingGroup group, Map<String, String> typed) {
        Map<String, String> changed = new LinkedHashMap<>();
        for (SettingState state : group.settings()) {
            String key = state.info().key();
            String value = typed.get(key);
            boolean same = value == null || value.equals(typed.getOrDefault(WAS + key, ""));
            if (!same) {
                changed.put(key, value);
            }
        }
        return changed;
    }

    private static Long revision(Map<String, String> typed) {
        String text = typed.getOrDefault(REVISION, "");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static int status(Problem refused) {
        return refused instanceof StaleEdit ? 409 : 422;
    }

    private Page page(Visit visit, SettingGroup group, Form form) {
        var words = new SettingWords(visit);
        List<SettingLine> lines = group.settings().stream()
                .map(state -> new SettingLine(
                        state.info().key(),
                        visit.t(state.info().label()),
                        state.info().page() == null ? words.field(form, state.info()) : null,
                        state.info().page(),
                        words.today(state),
                        state.value() == null ? "" : state.value(),
                        words.story(state),
                        path(state.info())))
                .toList();
        List<String> modules =
                settings.groups().stream().map(SettingGroup::module).toList();
        var content = templates.settings(visit, group.module(), modules, lines, group.revision(), form);
        return Page.narrow(Text.of("web.settings.title"), content).withHelp("web/settings");
    }

    @GET
    @Path("{module}/{key}")
    public Page setting(@Context Visit visit, @PathParam("module") String module, @PathParam("key") String key) {
        SettingState state = settings.setting(module, key);
        Map<String, String> values = new HashMap<>();
        values.put(key, state.value());
        values.put(FROM, visit.today().toString());
        return page(visit, state, Form.of(visit, values));
    }

    @POST
    @Path("{module}/{key}")
    public Response plan(
            @Context Visit visit,
            @PathParam("module") String module,
            @PathParam("key") String key,
            MultivaluedMap<String, String> form) {
        SettingState state = settings.setting(module, key);
        Map<String, String> typed = new HashMap<>();
        typed.put(key, form.getFirst(key));
        typed.put(FROM, form.getFirst(FROM));
        try {
            String value = typed.get(key) == null ? "" : typed.get(key);
            OwnPages.requireNone(settings, module, Map.of(key, value));
            settings.change(module, Map.of(key, value), Sent.day(FROM, typed.get(FROM)), null, visit.actor());
            return Response.seeOther(URI.create(path(state.info()) + "?done=web.done.settings"))
                    .build();
        } catch (InvalidInput refused) {
            return Response.status(status(refused))
                    .entity(page(visit, state, Form.refused(visit, typed, refused)))
                    .build();
        }
    }

    @POST
    @Path("{module}/{key}/withdraw")
    public Response withdraw(
            @Context Visit visit,
            @PathParam("module") String module,
            @PathParam("key") String key,
            @FormParam("planned") String planned) {
        SettingState state = settings.setting(module, key);
        LocalDate from = Sent.required("planned", Sent.day("planned", planned));
        settings.withdraw(module, key, from, visit.actor());
        return Response.seeOther(URI.create(path(state.info()) + "?done=web.done.setting-withdrawn"))
                .build();
    }

    private Page page(Visit visit, SettingState state, Form form) {
        var words = new SettingWords(visit);
        SettingInfo info = state.info();
        List<SettingView.Planned> planned = state.planned().stream()
                .map(change -> new SettingView.Planned(
                        change.from().toString(),
                        visit.t("web.settings.from", words.shown(info, change.value()), visit.date(change.from()))))
                .toList();
        List<SettingView.Change> history = settings.history(info.module(), info.key()).stream()
                .limit(20)
                .map(change -> new SettingView.Change(
                        visit.moment(change.recordedAt()),
                        visit.who(change.by()),
                        sentence(visit, words, info, change)))
                .toList();
        var view = new SettingView(words.today(state), words.story(state), planned, history);
        var content = templates.setting(
                visit,
                path(info),
                view,
                info.page() == null ? words.field(form, info) : null,
                info.page(),
                info.key(),
                form);
        return Page.narrow(info.label(), content)
                .below(
                        new Crumb(Text.of("web.settings.title"), ROOT),
                        new Crumb(Text.of(info.module() + ".module.name"), ROOT + "/" + info.module()))
                .withHelp("web/settings");
    }

    private static String sentence(Visit visit, SettingWords words, SettingInfo info, SettingChange change) {
        String day = visit.date(change.from());
        return change.withdrawn()
                ? visit.t("web.settings.took-back", day)
                : visit.t("web.settings.from", words.shown(info, change.value()), day);
    }

    private static String path(SettingInfo info) {
        return ROOT + "/" + info.module() + "/" + info.key();
    }
}
