package coop.greffon.core.internal.shell;

import coop.greffon.core.console.Listing;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingGroup;
import coop.greffon.core.setting.SettingState;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** The settings of the modules: lists them, shows one with its past and its plans, changes one from a day on. */
@Service
@Command(
        scope = "greffon",
        name = "settings",
        description = "Lists the settings, shows one with its history, or changes one from a day on")
public final class SettingsCommand extends SpokenAction {
    private static final String LIST = "list";
    private static final String GET = "get";
    private static final String SET = "set";

    @Argument(name = "action", description = "list, get or set")
    @Completion(
            value = StringsCompleter.class,
            values = {LIST, GET, SET})
    private String action = LIST;

    @Argument(index = 1, name = "module", description = "The short name of the module")
    @Completion(SettingModules.class)
    private String module;

    @Argument(index = 2, name = "key", description = "The setting")
    @Completion(SettingKeys.class)
    private String key;

    @Argument(index = 3, name = "value", description = "The value to set; '' for none")
    private String value;

    @Option(
            name = "--from",
            description = "The first day the value holds, such as 2027-01-01; today where none is given")
    private String from;

    @Option(name = "--output", description = "table, json or csv")
    @Completion(
            value = StringsCompleter.class,
            values = {Listing.TABLE, Listing.JSON, Listing.CSV})
    private String output = Listing.TABLE;

    @Reference
    private SettingAdministration settings;

    @Override
    void run() {
        switch (action) {
            case LIST -> list();
            case GET -> show();
            case SET -> set();
            default -> throw unknownAction(action, LIST, GET, SET);
        }
    }

    private void list() {
        var listing = new Listing("module", "key", "label", "value", "since", "by", "planned-from", "planned");
        List<SettingGroup> groups = module == null ? settings.groups() : List.of(settings.group(module));
        groups.forEach(group -> group.settings().forEach(state -> row(listing, group.module(), state)));
        listing.print(System.out, output);
    }

    private void row(Listing listing, String owner, SettingState state) {
        SettingChange next = state.planned().isEmpty() ? null : state.planned().get(0);
        listing.row(
                owner,
                state.info().key(),
                t(state.info().label()),
                shown(state),
                state.setBy().map(SettingChange::from).orElse(null),
                state.setBy().map(change -> change.by().label()).orElse(null),
                next == null ? null : next.from(),
                next == null ? null : next.value());
    }

    private String shown(SettingState state) {
        if (!state.info().isSecret()) {
            return state.value();
        }
        return state.isSet() ? "***" : "";
    }

    private void show() {
        settings.setting(required("module", module), required("key", key));
        var listing = new Listing("from", "value", "recorded", "by", "withdrawn");
        settings.history(module, key)
                .forEach(change -> listing.row(
                        change.from(),
                        change.value(),
                        change.recordedAt(),
                        change.by().label(),
                        change.withdrawn()));
        if (output.equals(Listing.TABLE)) {
            System.out.println(shown(settings.setting(module, key)));
        }
        listing.print(System.out, output);
    }

    private void set() {
        settings.setting(required("module", module), required("key", key));
        if (value == null) {
            throw new InvalidInput(FieldError.of("value", null, Text.of("core.console.argument-missing", "value")));
        }
        settings.change(module, Map.of(key, value), day(), null, Actor.console());
        list();
    }

    private LocalDate day() {
        if (from == null) {
            return null;
        }
        try {
            return LocalDate.parse(from);
        } catch (DateTimeParseException notOne) {
            throw new InvalidInput(new FieldError(
                    "--from",
                    from,
                    Text.of("core.setting.error.date"),
                    Text.of("core.setting.remedy.example", "2027-01-01")));
        }
    }
}
