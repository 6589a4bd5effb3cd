package coop.greffon.shifts.internal.store;

import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingGroup;
import coop.greffon.core.setting.SettingState;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Which settings the standings follow. The page of the rules works the standings out itself; after a change by the console, by the page of
 * settings or by a program it is done here.
 */
@Component(service = FollowedSettings.class)
public final class FollowedSettings {
    private static final String MODULE = "shifts";

    /** By then each node knows what was set. */
    private static final Duration SPREADS = Duration.ofSeconds(5);

    private final JpaTemplate jpa;
    private final SettingAdministration settings;
    private final DueCycles cycles;
    private final Clock clock;

    @Activate
    public FollowedSettings(
            @Reference(target = "(osgi.unit.name=shifts)") JpaTemplate jpa,
            @Reference SettingAdministration settings,
            @Reference DueCycles cycles,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.settings = settings;
        this.cycles = cycles;
        this.clock = clock;
    }

    /**
     * Works out where everybody stands on a day where settings were changed since that was done. Asked again, nothing is done. Interrupted, it
     * is done again.
     *
     * @return whether there was anything to do
     */
    public boolean follow(LocalDate day) {
        SettingGroup group = settings.group(MODULE);
        if (group.revision() == revision() || !isKnownEverywhere(group)) {
            return false;
        }
        cycles.refresh(day);
        keep(group.revision());
        return true;
    }

    private boolean isKnownEverywhere(SettingGroup group) {
        return group.settings().stream()
                .map(SettingState::setBy)
                .flatMap(Optional::stream)
                .map(SettingChange::recordedAt)
                .noneMatch(set -> clock.instant().isBefore(set.plus(SPREADS)));
    }

    private long revision() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> ((Number) em.createNativeQuery("select revision from greffon_shifts_followed where id = 1")
                                .getSingleResult())
                        .longValue());
    }

    /**
     * Says that the standings follow the settings.
     *
     * @param revision of the settings before the standings were worked out
     */
    public void keep(long revision) {
        jpa.tx(
                TransactionType.Required,
                em -> em.createNativeQuery("update greffon_shifts_followed set revision = ? where id = 1")
                        .setParameter(1, revision)
                        .executeUpdate());
    }
}
