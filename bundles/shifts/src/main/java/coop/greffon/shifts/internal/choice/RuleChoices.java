package coop.greffon.shifts.internal.choice;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingState;
import coop.greffon.shifts.internal.rules.CycleCalendar;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.setting.ChangesText;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.setting.RulesInForce.Choice;
import coop.greffon.shifts.internal.store.AllAccounts;
import coop.greffon.shifts.internal.store.DueCycles;
import coop.greffon.shifts.internal.store.FollowedSettings;
import coop.greffon.shifts.internal.store.StandingChange;
import coop.greffon.shifts.internal.store.WorkerList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The choice of rules: refused where they cannot hold, and tried before it is made. */
@Component(service = RuleChoices.class)
public final class RuleChoices {
    private static final String MODULE = "shifts";
    private static final int MOST_WEEKS = 53;

    /** Any will do: no unit depends on it. */
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    private final SettingAdministration settings;
    private final RulesInForce rules;
    private final AllAccounts accounts;
    private final WorkerList workers;
    private final DueCycles cycles;
    private final FollowedSettings followed;

    @Activate
    public RuleChoices(
            @Reference SettingAdministration settings,
            @Reference RulesInForce rules,
            @Reference AllAccounts accounts,
            @Reference WorkerList workers,
            @Reference DueCycles cycles,
            @Reference FollowedSettings followed) {
        this.settings = settings;
        this.rules = rules;
        this.accounts = accounts;
        this.workers = workers;
        this.cycles = cycles;
        this.followed = followed;
    }

    /**
     * Whom a choice would touch.
     *
     * @param revision of the settings when it was looked at
     */
    public record Effects(List<StandingChange> changes, long revision) {
        public Effects {
            changes = List.copyOf(changes);
        }
    }

    /** How often the settings were changed until now. */
    public long revision() {
        return settings.group(MODULE).revision();
    }

    /**
     * Who would stand otherwise on a day if something else were chosen from that day on; nothing is saved.
     *
     * @throws InvalidInput where it cannot be chosen
     */
    public Effects effects(Choice choice, LocalDate day) {
        require(choice, day);
        long revision = revision();
        return new Effects(accounts.supposing(choice, day), revision);
    }

    /**
     * Chooses from today on, and works out where everybody stands then; what is chosen already stays as it is.
     *
     * @param revision of the settings when its effects were looked at
     * @throws InvalidInput where it cannot be chosen, or there never was such a revision
     * @throws coop.greffon.core.problem.StaleEdit where somebody changed a rule since that revision
     */
    public void choose(Choice choice, LocalDate day, long revision, Actor by) {
        require(choice, day);
        Map<String, String> wanted = values(choice);
        // All of them or none: whoever changed another one meanwhile was not seen when this was tried.
        if (!wanted.equals(written(wanted.keySet()))) {
            settings.change(MODULE, wanted, day, revision, by);
        }
        // Lists and filters show where people stood when it was last worked out; chosen again, what a fault left out is
        // made up for.
        long chosen = revision();
        cycles.refresh(day);
        followed.keep(chosen);
    }

    /** As the settings have it, whether it holds or not: what was typed there may contradict itself. */
    private Map<String, String> written(Set<String> keys) {
        return settings.group(MODULE).settings().stream()
                .filter(setting -> keys.contains(setting.info().key()))
                .collect(Collectors.toMap(setting -> setting.info().key(), SettingState::value));
    }

    private void require(Choice choice, LocalDate day) {
        int weeks = choice.cycleWeeks();
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new InvalidInput(FieldError.of("cycleWeeks", weeks, Text.of("shifts.rules.weeks", MOST_WEEKS)));
        }
        requireSameUnit("fixedRules", Track.FIXED, choice.fixed().preset(), day);
        requireSameUnit("flyingRules", Track.FLYING, choice.flying().preset(), day);
    }

    /** What was counted in minutes cannot go on in shifts: the balances would mix both. */
    private void requireSameUnit(String field, Track track, Preset preset, LocalDate day) {
        Unit now = rules.of(track).on(day).unit();
        Unit then = preset.rules(CycleCalendar.of(MONDAY, 4)).unit();
        if (now != then && workers.count(new WorkerList.Filter(null, track)) > 0) {
            throw new InvalidInput(FieldError.of(field, preset, Text.of("shifts.rules.unit")));
        }
    }

    private static Map<String, String> values(Choice choice) {
        return Map.of(
                "fixedRules", choice.fixed().preset().name(),
                "flyingRules", choice.flying().preset().name(),
                "fixedChanges",
                        ChangesText.of(choice.fixed().preset(), choice.fixed().changes()),
                "flyingChanges",
                        ChangesText.of(choice.flying().preset(), choice.flying().changes()),
                "firstWeek", choice.firstWeek().toString(),
                "cycleWeeks", Integer.toString(choice.cycleWeeks()));
    }
}
