package coop.greffon.shifts.internal.setting;

import coop.greffon.core.setting.SettingPage;
import coop.greffon.shifts.internal.rules.LeaveRules;
import coop.greffon.shifts.internal.rules.Preset;
import java.time.LocalDate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a co-op decides about its shifts. */
@ObjectClassDefinition
public interface ShiftSettings {
    /** These pages name first who would stand otherwise. */
    String CHOOSE = "/shifts/rules/choose";

    String FIXED = "/shifts/rules/single?track=FIXED";
    String FLYING = "/shifts/rules/single?track=FLYING";

    /** The rules of whoever has a fixed place. */
    @AttributeDefinition(defaultValue = "BEES_REGULAR")
    @SettingPage(CHOOSE)
    Preset fixedRules();

    /** The rules of whoever chooses their shifts. */
    @AttributeDefinition(defaultValue = "BEES_FLYING")
    @SettingPage(CHOOSE)
    Preset flyingRules();

    /** What is changed in the rules of whoever has a fixed place, as {@link ChangesText} writes it. */
    @AttributeDefinition(required = false, max = "1000")
    @SettingPage(FIXED)
    String fixedChanges();

    /** What is changed in the rules of whoever chooses their shifts. */
    @AttributeDefinition(required = false, max = "1000")
    @SettingPage(FLYING)
    String flyingChanges();

    /** A day of the week in which a cycle begins, from which all others are counted. */
    @AttributeDefinition(defaultValue = "2024-01-01")
    @SettingPage(CHOOSE)
    LocalDate firstWeek();

    /** How many weeks a cycle has. */
    @AttributeDefinition(defaultValue = "4", min = "1", max = "53")
    @SettingPage(CHOOSE)
    int cycleWeeks();

    /** How many days ahead the shifts are written down. */
    @AttributeDefinition(defaultValue = "90", min = "7", max = "400")
    int daysAhead();

    /** How many hours after its end a sheet nobody closed is closed by itself; zero for never. */
    @AttributeDefinition(defaultValue = "0", min = "0", max = "720")
    int sheetHours();

    /** How many days before a shift its people are reminded; zero for not at all. */
    @AttributeDefinition(defaultValue = "2", min = "0", max = "14")
    int remindDays();

    /** What is asked for leaves. */
    @AttributeDefinition(defaultValue = "USUAL")
    LeaveRules leaveRules();

    /** How many make-ups a change of team costs. */
    @AttributeDefinition(defaultValue = "0", min = "0", max = "4")
    int teamCost();

    /** How often in a year somebody may be given a shift of the pool; zero where the co-op has none. */
    @AttributeDefinition(defaultValue = "2", min = "0", max = "52")
    int poolPerYear();

    /** For how many days a seat of a new shift is kept for whoever chose the same one a cycle earlier; zero for not at all. */
    @AttributeDefinition(defaultValue = "0", min = "0", max = "60")
    int holdDays();

    /** How many people somebody may have asked by name, at once, who have not answered. */
    @AttributeDefinition(defaultValue = "5", min = "1", max = "100")
    int asksOpen();

    /** How often a day somebody may ask or answer others about seats. */
    @AttributeDefinition(defaultValue = "10", min = "1", max = "1000")
    int asksPerDay();
}
