package coop.greffon.web.internal.setting;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingGroup;
import coop.greffon.core.setting.SettingState;
import coop.greffon.core.setting.SettingType;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/settings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core.setting.edit")
public final class SettingResource implements WebResource {
    /** @param value null for a secret */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(LocalDate from, String value, Instant recordedAt, String by, boolean withdrawn) {
        static Change of(SettingChange change) {
            return new Change(
                    change.from(),
                    change.value(),
                    change.recordedAt(),
                    change.by().label(),
                    change.withdrawn());
        }
    }

    /** @param page the page on which alone it is changed, null for none
     * @param value today's, null for a secret
     * @param since the day from which it holds, null for the initial value */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Setting(
            String key,
            String label,
            SettingType type,
            boolean required,
            List<String> options,
            BigDecimal minimum,
            BigDecimal maximum,
            String page,
            String initial,
            String value,
            boolean isSet,
            LocalDate since,
            String by,
            List<Change> planned,
            List<Change> history) {}

    record Module(String module, long revision, List<Setting> settings) {}

    record NewValue(String value, LocalDate from) {}

    record NewValues(Map<String, String> values, LocalDate from, Long revision) {}

    private final SettingAdministration settings;

    @Activate
    public SettingResource(@Reference SettingAdministration settings) {
        this.settings = settings;
    }

    @GET
    public List<Module> all(@Context Visit visit) {
        return settings.groups().stream().map(group -> module(visit, group)).toList();
    }

    @GET
    @Path("{module}")
    public Module module(@Context Visit visit, @PathParam("module") String module) {
        return module(visit, settings.group(module));
    }

    @PUT
    @Path("{module}")
    public Module change(@Context Visit visit, @PathParam("module") String module, NewValues sent) {
        Map<String, String> values = Sent.required("values", Sent.body(sent).values());
        OwnPages.requireNone(settings, module, values);
        settings.change(module, values, sent.from(), sent.revision(), visit.actor());
        return module(visit, module);
    }

    @GET
    @Path("{module}/{key}")
    public Setting setting(@Context Visit visit, @PathParam("module") String module, @PathParam("key") String key) {
        List<Change> history =
                settings.history(module, key).stream().map(Change::of).toList();
        return setting(visit, settings.setting(module, key), history);
    }

    @PUT
    @Path("{module}/{key}")
    public Setting change(
            @Context Visit visit, @PathParam("module") String module, @PathParam("key") String key, NewValue sent) {
        settings.setting(module, key);
        String value = Sent.required(key, Sent.body(sent).value());
        OwnPages.requireNone(settings, module, Map.of(key, value));
        settings.change(module, Map.of(key, value), sent.from(), null, visit.actor());
        return setting(visit, module, key);
    }

    @DELETE
    @Path("{module}/{key}/planned/{from}")
    public Setting withdraw(
            @Context Visit visit,
            @PathParam("module") String module,
            @PathParam("key") String key,
            @PathParam("from") String from) {
        settings.withdraw(module, key, Sent.required("from", Sent.day("from", from)), visit.actor());
        return setting(visit, module, key);
    }

    private static Module module(Visit visit, SettingGroup group) {
        return new Module(
                group.module(),
                group.revision(),
                group.settings().stream()
                        .map(state -> setting(visit, state, null))
                        .toList());
    }

    private static Setting setting(Visit visit, SettingState state, List<Change> history) {
        var info = state.info();
        return new Setting(
                info.key(),
                visit.t(info.label()),
                info.type(),
                info.required(),
                info.options(),
                info.minimum(),
                info.maximum(),
                info.page(),
                info.initial(),
                state.value(),
                state.isSet(),
                state.setBy().map(SettingChange::from).orElse(null),
                state.setBy().map(change -> change.by().label()).orElse(null),
                state.planned().stream().map(Change::of).toList(),
                history);
    }
}
