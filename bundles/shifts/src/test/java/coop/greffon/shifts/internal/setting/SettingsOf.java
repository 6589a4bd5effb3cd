package coop.greffon.shifts.internal.setting;

import coop.greffon.core.setting.Settings;
import coop.greffon.shifts.internal.rules.Preset;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Settings that never change. */
public record SettingsOf(Map<String, Object> values) implements Settings {
    /** The rules of BEES, with changes as they are written down. */
    public static SettingsOf changes(String fixed, String flying) {
        return new SettingsOf(Map.of(
                "fixedRules",
                Preset.BEES_REGULAR,
                "flyingRules",
                Preset.BEES_FLYING,
                "fixedChanges",
                fixed,
                "flyingChanges",
                flying,
                "firstWeek",
                LocalDate.parse("2026-12-28"),
                "cycleWeeks",
                4));
    }

    @Override
    public <T> T on(Class<T> declaration, LocalDate day) {
        return declaration.cast(Proxy.newProxyInstance(
                declaration.getClassLoader(),
                new Class<?>[] {declaration},
                (proxy, method, arguments) -> values.get(method.getName())));
    }

    @Override
    public List<LocalDate> changes(Class<?> declaration) {
        return List.of();
    }

    @Override
    public Settings asKnown(Instant until) {
        return this;
    }
}
