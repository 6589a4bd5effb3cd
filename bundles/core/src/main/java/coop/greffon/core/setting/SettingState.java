package coop.greffon.core.setting;

import java.util.List;
import java.util.Optional;

/**
 * A setting and its value today.
 *
 * @param info how its module declares it
 * @param value as text, empty for none; null for a secret
 * @param isSet whether it has a value, be it the initial one
 * @param current what set today's value, null while it is the initial one
 * @param planned what will change it, the next change first
 */
public record SettingState(
        SettingInfo info, String value, boolean isSet, SettingChange current, List<SettingChange> planned) {
    public SettingState {
        planned = List.copyOf(planned);
    }

    /** What set today's value; empty while it is the initial one. */
    public Optional<SettingChange> setBy() {
        return Optional.ofNullable(current);
    }
}
