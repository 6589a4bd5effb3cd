package coop.greffon.core.setting;

import java.util.List;

/**
 * The settings of a module.
 *
 * @param module its short name
 * @param settings in the order of their declaration
 * @param revision grows with each change; a form carries it so that two people do not undo each other's work
 */
public record SettingGroup(String module, List<SettingState> settings, long revision) {
    public SettingGroup {
        settings = List.copyOf(settings);
    }
}
