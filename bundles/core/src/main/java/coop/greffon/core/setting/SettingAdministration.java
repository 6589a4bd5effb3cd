package coop.greffon.core.setting;

import coop.greffon.core.identity.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The settings of every installed module, to be seen and changed by whoever administers. */
public interface SettingAdministration {
    /** Every module that declares settings, by its short name. */
    List<SettingGroup> groups();

    /**
     * The settings of a module.
     *
     * @throws coop.greffon.core.problem.NotFound where the module has none
     */
    SettingGroup group(String module);

    /**
     * One setting.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none
     */
    SettingState setting(String module, String key);

    /** What was ever set, newest first. */
    List<SettingChange> history(String module, String key);

    /**
     * Changes settings of a module from a day on; all of them or, where one cannot be accepted, none.
     *
     * <p>A past day keeps its settings, and the value a setting begins with is one of them: no change holds from a day before today.
     *
     * @param values the new values by key, as text
     * @param from the first day they hold, null for today
     * @param revision what {@link SettingGroup#revision()} was when the values were chosen, null where nobody looked
     * @throws coop.greffon.core.problem.InvalidInput naming each key at fault
     * @throws coop.greffon.core.problem.StaleEdit where somebody changed one of them since that revision
     */
    void change(String module, Map<String, String> values, LocalDate from, Long revision, Actor by);

    /**
     * Takes a planned change back.
     *
     * @param from the day it would have held from
     * @throws coop.greffon.core.problem.NotFound where nothing is planned for that day
     */
    void withdraw(String module, String key, LocalDate from, Actor by);
}
