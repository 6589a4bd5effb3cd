package coop.greffon.shifts.internal.store;

import static coop.greffon.shifts.internal.store.WorkFixture.INES;
import static coop.greffon.shifts.internal.store.WorkFixture.NADIA;
import static coop.greffon.shifts.internal.store.WorkFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingGroup;
import coop.greffon.core.setting.SettingState;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inès is one short, which is an alert at BEES; then somebody sets on the console that an alert begins at three short. */
class FollowedSettingsTest {
    private final List<SettingChange> set = new ArrayList<>();

    private SettingGroup group() {
        List<SettingState> states = set.stream()
                .map(one -> new SettingState(null, one.value(), true, one, List.of()))
                .toList();
        return new SettingGroup("shifts", states, set.size());
    }

    private static StatusCode listed(WorkFixture fixture) {
        return fixture.list.find(new WorkerList.Filter(null, null), 0, 1).get(0).standing();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void standingsFollowWhoeverChangedASetting(TestDatabase database) {
        var fixture = new WorkFixture(database);
        var settings = KnownPeople.fake(SettingAdministration.class, Map.of("group", arguments -> group()));
        var followed = new FollowedSettings(fixture.store.jpa("shifts"), settings, fixture.cycles, fixture.clock);
        fixture.enrol();
        fixture.workers.decide(INES, new DecisionDraft(Counter.MAIN, -100L, START, "repris", null), NADIA);
        assertThat(followed.follow(START)).as("nothing was ever set").isFalse();
        assertThat(listed(fixture)).isEqualTo(StatusCode.ALERT);

        fixture.settings.changeFlying("ALERT_AT=-300; ALERT_CLEARED=-250");
        set.add(new SettingChange(START, "", fixture.clock.instant(), NADIA, false));
        fixture.clock.advance(Duration.ofSeconds(5).minusMillis(1));
        assertThat(followed.follow(START)).as("another node may not know yet").isFalse();

        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(followed.follow(START)).isTrue();
        assertThat(listed(fixture)).isEqualTo(StatusCode.UP_TO_DATE);
        assertThat(followed.follow(START)).as("once").isFalse();
    }

    /** The page of the rules did it already. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whatIsFollowedAlreadyIsNotWorkedOutAgain(TestDatabase database) {
        var fixture = new WorkFixture(database);
        var settings = KnownPeople.fake(SettingAdministration.class, Map.of("group", arguments -> group()));
        var followed = new FollowedSettings(fixture.store.jpa("shifts"), settings, fixture.cycles, fixture.clock);
        set.add(new SettingChange(START, "", fixture.clock.instant().minusSeconds(60), NADIA, false));

        followed.keep(1);
        assertThat(followed.follow(START)).isFalse();
    }
}
