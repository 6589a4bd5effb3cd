package coop.greffon.web.internal.setting;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingInfo;
import java.util.List;
import java.util.Map;

/** Settings that are changed on a page of their module alone, which shows first what a change does. */
final class OwnPages {
    private OwnPages() {}

    /**
     * Refuses to change them anywhere else.
     *
     * @param values by the key of the setting; one that there is none of is for others to refuse
     * @throws InvalidInput naming each and the page it is changed on
     */
    static void requireNone(SettingAdministration settings, String module, Map<String, String> values) {
        List<FieldError> errors = settings.group(module).settings().stream()
                .map(state -> state.info())
                .filter(info -> info.page() != null && values.containsKey(info.key()))
                .map(info -> error(info, values.get(info.key())))
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }

    private static FieldError error(SettingInfo info, String value) {
        return FieldError.of(info.key(), value, Text.of("web.settings.own-page", info.page()));
    }
}
