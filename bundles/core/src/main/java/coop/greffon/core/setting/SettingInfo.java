package coop.greffon.core.setting;

import coop.greffon.core.message.Text;
import java.math.BigDecimal;
import java.util.List;

/**
 * A setting as its module declares it.
 *
 * @param module the short name of the module
 * @param key its name within the module, such as {@code coopName}
 * @param type what it holds
 * @param required whether it must have a value
 * @param options the values one may choose from, empty where any will do
 * @param initial the value before anybody sets one, empty for none
 * @param minimum the least number or the shortest length, null for none
 * @param maximum the greatest number or the greatest length, null for none
 * @param page the path of the page on which alone people change it, null where it is that of the settings
 */
public record SettingInfo(
        String module,
        String key,
        SettingType type,
        boolean required,
        List<String> options,
        String initial,
        BigDecimal minimum,
        BigDecimal maximum,
        String page) {
    public SettingInfo {
        options = List.copyOf(options);
    }

    /** What it is called. */
    public Text label() {
        return Text.of(messageKey());
    }

    /** The message that explains it; it may not exist. */
    public Text help() {
        return Text.of(messageKey() + ".help");
    }

    /** What an option is called; the message may not exist. */
    public Text option(String option) {
        return Text.of(messageKey() + "." + option);
    }

    /** Whether its value is for nobody's eyes. */
    public boolean isSecret() {
        return type == SettingType.SECRET;
    }

    private String messageKey() {
        return module + ".setting." + key;
    }
}
