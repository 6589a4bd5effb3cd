package coop.greffon.core.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import coop.greffon.core.audit.Change;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Device;
import coop.greffon.core.identity.Devices.Code;
import coop.greffon.core.identity.Devices.Enrolled;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.TooSoon;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DevicesTest {
    private static final Actor NADIA = new Actor(Actor.Kind.ACCOUNT, 7L, "Nadia B.");
    private static final String TABLET = "192.0.2.17";

    private final AdjustableClock clock = AdjustableClock.at("2026-11-22T09:00:00Z");
    private TestStore store;
    private JpaAudit audit;
    private StoredDevices devices;

    private void on(TestDatabase database) {
        store = database.fresh();
        audit = new JpaAudit(store.jpa("core"), clock);
        devices = new StoredDevices(store.jpa("core"), store.dataSource(), new TwoRoles(), audit, clock);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeEnrolsOnce(TestDatabase database) {
        on(database);

        Code code = devices.announce(" Entrée ", "kiosk", NADIA);

        assertThat(code.code()).matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
        assertThat(code.until()).isEqualTo(Instant.parse("2026-11-22T09:10:00Z"));
        assertThat(code.device().state()).isEqualTo(Device.State.AWAITED);
        assertThat(code.device().name()).isEqualTo("Entrée");

        Enrolled enrolled = devices.enrol(code.code().toLowerCase(Locale.ROOT).replace("-", " "), TABLET);

        assertThat(enrolled.device().state()).isEqualTo(Device.State.ENROLLED);
        assertThat(devices.resume(enrolled.token())).map(Device::role).contains("kiosk");
        assertThatThrownBy(() -> devices.enrol(code.code(), TABLET)).isInstanceOf(InvalidInput.class);
        assertThat(audit.history("core.device", String.valueOf(enrolled.device().id())))
                .extracting(Change::action, change -> change.by().kind())
                .containsExactlyInAnyOrder(
                        tuple("core.audit.device-enrolled", Actor.Kind.DEVICE),
                        tuple("core.audit.device-added", Actor.Kind.ACCOUNT));
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsVoidAfterTenMinutes(TestDatabase database) {
        on(database);
        Code code = devices.announce("Entrée", "kiosk", NADIA);
        clock.advance(Duration.ofMinutes(10));

        assertThatThrownBy(() -> devices.enrol(code.code(), TABLET)).isInstanceOf(InvalidInput.class);

        Code again = devices.renew(code.device().id(), NADIA);

        assertThat(devices.enrol(again.code(), TABLET).device().id())
                .isEqualTo(code.device().id());
    }

    @ParameterizedTest
    @EnumSource
    void aNewTokenTakesTheOldOnesPlace(TestDatabase database) {
        on(database);
        Code code = devices.announce("Entrée", "kiosk", NADIA);
        String old = devices.enrol(code.code(), TABLET).token();
        Code again = devices.renew(code.device().id(), NADIA);

        assertThat(devices.resume(old)).isPresent();

        String fresh = devices.enrol(again.code(), TABLET).token();

        assertThat(devices.resume(old)).isEmpty();
        assertThat(devices.resume(fresh)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedDeviceIsOutAtOnceAndForGood(TestDatabase database) {
        on(database);
        Code code = devices.announce("Entrée", "kiosk", NADIA);
        String token = devices.enrol(code.code(), TABLET).token();
        assertThat(devices.resume(token)).isPresent();

        devices.revoke(code.device().id(), NADIA);

        assertThat(devices.resume(token)).isEmpty();
        assertThat(devices.device(code.device().id()).state()).isEqualTo(Device.State.REVOKED);
        assertThatThrownBy(() -> devices.renew(code.device().id(), NADIA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> devices.revoke(99, NADIA)).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverGuessesHasToWait(TestDatabase database) {
        on(database);
        Code code = devices.announce("Entrée", "kiosk", NADIA);
        for (int guess = 0; guess < 5; guess++) {
            assertThatThrownBy(() -> devices.enrol("AAAA-AAAA", TABLET)).isInstanceOf(InvalidInput.class);
        }

        assertThatThrownBy(() -> devices.enrol(code.code(), TABLET)).isInstanceOf(TooSoon.class);
        assertThat(devices.enrol(code.code(), "192.0.2.18").device().state()).isEqualTo(Device.State.ENROLLED);
    }

    @ParameterizedTest
    @EnumSource
    void whenItWasLastSeenIsKeptToTheMinute(TestDatabase database) {
        on(database);
        String token = devices.enrol(devices.announce("Entrée", "kiosk", NADIA).code(), TABLET)
                .token();
        clock.advance(Duration.ofSeconds(50));
        devices.resume(token);

        assertThat(devices.list().get(0).lastSeenAt()).isEqualTo(Instant.parse("2026-11-22T09:00:00Z"));

        clock.advance(Duration.ofSeconds(20));
        devices.resume(token);

        assertThat(devices.list().get(0).lastSeenAt()).isEqualTo(Instant.parse("2026-11-22T09:01:10Z"));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsKeptThatOpensTheDoor(TestDatabase database) throws SQLException {
        on(database);
        Code open = devices.announce("Caisse", "kiosk", NADIA);
        Code used = devices.announce("Entrée", "kiosk", NADIA);
        String token = devices.enrol(used.code(), TABLET).token();

        try (var connection = store.dataSource().getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select code_hash, token_hash from greffon_core_device order by name")) {
            row.next();
            assertThat(row.getString(1)).hasSize(64).doesNotContain(open.code());
            row.next();
            assertThat(row.getString(1)).isNull();
            assertThat(row.getString(2)).hasSize(64).isNotEqualTo(token);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeIsRefused(TestDatabase database) {
        on(database);

        assertThatThrownBy(() -> devices.announce(" ", "kiosk", NADIA)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> devices.announce("x".repeat(81), "kiosk", NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> devices.announce("Entrée", "admin", NADIA)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> devices.announce("Entrée", "nobody", NADIA)).isInstanceOf(InvalidInput.class);
        assertThat(devices.list()).isEmpty();
    }

    /** The administrators' role and one for the entrance. */
    private static final class TwoRoles implements Roles {
        @Override
        public List<Role> all() {
            return List.of(role("admin"), role("kiosk"));
        }

        @Override
        public Role role(String id) {
            return new Role(id, Text.of("core.role.own", id), false, Set.of(), Set.of(), 0);
        }

        @Override
        public Set<String> permissions(String id) {
            return Set.of();
        }

        @Override
        public Role add(String name, Set<String> permissions, Actor by) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Role change(String id, long revision, Set<String> permissions, Actor by) {
            throw new UnsupportedOperationException(id);
        }

        @Override
        public void remove(String id, Actor by) {
            throw new UnsupportedOperationException(id);
        }
    }
}
