package coop.greffon.shifts.internal.store;

import coop.greffon.core.setting.Settings;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.rules.Preset;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** BEES, whose cycles are counted from 28 December 2026 where they are common. */
public final class UsualRules implements Settings {
    public LeaveRules leaveRules = LeaveRules.USUAL;
    public int teamCost;
    private String flyingChanges = "";
    public int asksOpen = 5;
    public int asksPerDay = 10;

    private final Map<String, Object> values = new HashMap<>(Map.of(
            "fixedRules",
            Preset.BEES_REGULAR,
            "flyingRules",
            Preset.BEES_FLYING,
            "firstWeek",
            LocalDate.parse("2026-12-28"),
            "cycleWeeks",
            4,
            "daysAhead",
            60,
            "sheetHours",
            24,
            "remindDays",
            2,
            "poolPerYear",
            2,
            "holdDays",
            0));

    private Instant chosenAt = Instant.MIN;
    private UsualRules before = this;

    /** Flying people have one account per household from now on, of whatever day. */
    void perHousehold() {
        changeFlying("DUTY=HOUSEHOLD");
    }

    /** Flying people go by BEES but for some parameters, from now on, of whatever day. */
    public void changeFlying(String parameters) {
        flyingChanges = "BEES_FLYING: " + parameters;
    }

    /** Chooses something else. */
    public void set(String name, Object value) {
        values.put(name, value);
    }

    /** Chooses something else at an instant, before which the others are known. */
    public void set(String name, Object value, Instant at) {
        before = new UsualRules();
        before.values.putAll(values);
        chosenAt = at;
        set(name, value);
    }

    @Override
    public Settings asKnown(Instant until) {
        return until.isBefore(chosenAt) ? before : this;
    }

    @Override
    public <T> T on(Class<T> declaration, LocalDate day) {
        return declaration.cast(Proxy.newProxyInstance(
                declaration.getClassLoader(),
                new Class<?>[] {declaration},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "leaveRules" -> leaveRules;
                    case "teamCost" -> teamCost;
                    case "fixedChanges" -> "";
                    case "flyingChanges" -> flyingChanges;
                    case "asksOpen" -> asksOpen;
                    case "asksPerDay" -> asksPerDay;
                    default -> values.get(method.getName());
                }));
    }

    @Override
    public List<LocalDate> changes(Class<?> declaration) {
        return List.of();
    }
}
