package coop.greffon.core.internal.instance;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.internal.setting.SettingTable;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HostClockTest {
    @Test
    void theZoneIsTheOneInForceThatDay() throws SQLException {
        TestStore store = TestDatabase.H2.fresh();
        try (Connection connection = store.dataSource().getConnection();
                Statement insert = connection.createStatement()) {
            insert.execute("insert into greffon_core_setting (id, module, name, content, valid_from, withdrawn,"
                    + " recorded_at, actor_kind, actor_label) values (1, 'core', 'timeZone', 'Indian/Reunion',"
                    + " '2026-11-22', false, current_timestamp, 'HOST', 'greffon')");
        }
        AdjustableClock machine = AdjustableClock.at("2026-11-21T21:00:00Z");
        HostClock clock = Clocks.of(machine, new SettingTable(store.jpa("core")), store.dataSource(), false, false);

        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(LocalDate.now(clock)).isEqualTo(LocalDate.of(2026, 11, 21));

        machine.advance(Duration.ofHours(3));
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Indian/Reunion"));
        // Midnight UTC is four in the morning in La Réunion.
        assertThat(clock.instant().atZone(clock.getZone()).getHour()).isEqualTo(4);
    }
}
