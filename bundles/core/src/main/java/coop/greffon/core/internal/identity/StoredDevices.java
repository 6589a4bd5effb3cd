package coop.greffon.core.internal.identity;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Device;
import coop.greffon.core.identity.Devices;
import coop.greffon.core.identity.Role;
import coop.greffon.core.identity.Roles;
import coop.greffon.core.internal.identity.Throttle.Subject;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.problem.TooSoon;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Devices in core's tables.
 *
 * <p>A node remembers whose a token is for some seconds, as it does for sessions: what is revoked here is forgotten here at once, on
 * another node within {@link Lately#KEPT}.
 */
@Component(service = Devices.class)
public final class StoredDevices implements Devices {
    private static final Duration CODE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_SIGHTS = Duration.ofMinutes(1);
    private static final String RECORD = "core.device";
    private static final int LONGEST_NAME = 80;
    private static final int MOST_REMEMBERED = 1_000;
    /** Neither 0 nor O, neither 1, I nor L: the code is read from one screen and typed on another. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT =
            "select id, name, role, added_at, enrolled_at, last_seen_at, revoked_at, token_hash from greffon_core_device ";

    private final Sql sql;
    private final Throttle throttle;
    private final Roles roles;
    private final Audit audit;
    private final Clock clock;
    private final Lately<String, Device> known;

    @Activate
    public StoredDevices(
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=greffon/core)") DataSource dataSource,
            @Reference Roles roles,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.sql = new Sql(jpa);
        this.throttle = new Throttle(dataSource);
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
        this.known = new Lately<>(clock, MOST_REMEMBERED);
    }

    @Override
    public List<Device> list() {
        return sql.required(connection -> all(connection, "order by name, id"));
    }

    @Override
    public Device device(long id) {
        return sql.required(connection -> load(connection, id));
    }

    private static Device load(Connection connection, long id) throws SQLException {
        return all(connection, "where id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(Text.of("core.device.unknown", Long.toString(id))));
    }

    private static List<Device> all(Connection connection, String where, Object... arguments) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, SELECT + where, arguments);
                ResultSet row = select.executeQuery()) {
            List<Device> devices = new ArrayList<>();
            while (row.next()) {
                devices.add(view(row));
            }
            return devices;
        }
    }

    private static Device view(ResultSet row) throws SQLException {
        return new Device(
                row.getLong("id"),
                row.getString("name"),
                row.getString("role"),
                state(row),
                Sql.instant(row, "added_at"),
                Sql.instant(row, "enrolled_at"),
                Sql.instant(row, "last_seen_at"));
    }

    private static Device.State state(ResultSet row) throws SQLException {
        if (Sql.instant(row, "revoked_at") != null) {
            return Device.State.REVOKED;
        }
        return row.getString("token_hash") == null ? Device.State.AWAITED : Device.State.ENROLLED;
    }

    @Override
    public Code announce(String name, String role, Actor by) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new InvalidInput(FieldError.of("name", name, Text.of("core.device.name-bad", LONGEST_NAME)));
        }
        boolean isFit = !Account.ADMIN.equals(role)
                && roles.all().stream().map(Role::id).anyMatch(id -> id.equals(role));
        if (!isFit) {
            throw new InvalidInput(FieldError.of("role", role, Text.of("core.device.role-bad")));
        }
        return sql.required(connection -> {
            long id = next(connection);
            Sql.update(
                    connection,
                    "insert into greffon_core_device (id, name, role, added_at) values (?, ?, ?, ?)",
                    id,
                    called,
                    role,
                    clock.instant());
            record(
                    by,
                    "core.audit.device-added",
                    id,
                    new FieldChange("name", null, called),
                    new FieldChange("role", null, role));
            return code(connection, id);
        });
    }

    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement select = Sql.prepare(connection, "select nextval('greffon_core_device_seq')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public Code renew(long id, Actor by) {
        return sql.required(connection -> {
            Device device = load(connection, id);
            if (device.state() == Device.State.REVOKED) {
                throw new Refused(Text.of("core.device.is-revoked", device.name()));
            }
            record(by, "core.audit.device-code-made", id);
            return code(connection, id);
        });
    }

    private Code code(Connection connection, long id) throws SQLException {
        String code = RANDOM.ints(CODE_LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, index) -> text.append(LETTERS.charAt(index)), StringBuilder::append)
                .toString();
        Instant until = clock.instant().plus(CODE);
        Sql.update(
                connection,
                "update greffon_core_device set code_hash = ?, code_until = ? where id = ?",
                Secrets.hash(code),
                until,
                id);
        int half = CODE_LENGTH / 2;
        return new Code(load(connection, id), code.substring(0, half) + "-" + code.substring(half), until);
    }

    @Override
    public Enrolled enrol(String code, String address) {
        var subject = Subject.of("device " + address);
        Instant now = clock.instant();
        Duration wait = throttle.attempt(subject, now).delay();
        if (!wait.isZero()) {
            throw new TooSoon(wait);
        }
        // An old token ends with the device's new one; which device it is, the code alone tells.
        Optional<Enrolled> enrolled = known.changing(
                (hash, device) -> true, () -> sql.required(connection -> enrol(connection, plain(code), now)));
        if (enrolled.isEmpty()) {
            throw new InvalidInput(FieldError.of("code", code, Text.of("core.device.code-unknown")));
        }
        throttle.forget(subject);
        return enrolled.get();
    }

    private Optional<Enrolled> enrol(Connection connection, String code, Instant now) throws SQLException {
        String token = Secrets.random();
        long id;
        // Locked, so that of two devices that type one code at once one gets the token.
        try (PreparedStatement select = Sql.prepare(
                        connection,
                        "select id from greffon_core_device where code_hash = ? and code_until > ?"
                                + " and revoked_at is null for update",
                        Secrets.hash(code),
                        now);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            id = row.getLong(1);
        }
        Sql.update(
                connection,
                "update greffon_core_device set code_hash = null, code_until = null, token_hash = ?, enrolled_at = ?,"
                        + " last_seen_at = ? where id = ?",
                Secrets.hash(token),
                now,
                now,
                id);
        Device device = load(connection, id);
        record(Actor.of(device), "core.audit.device-enrolled", id);
        return Optional.of(new Enrolled(device, token));
    }

    private static String plain(String code) {
        return code == null ? "" : code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    @Override
    public Optional<Device> resume(String token) {
        String hash = Secrets.hash(token);
        return known.of(hash, () -> sql.required(connection -> seen(connection, hash, clock.instant())));
    }

    private static Optional<Device> seen(Connection connection, String hash, Instant now) throws SQLException {
        Optional<Device> device = all(connection, "where token_hash = ? and revoked_at is null", hash).stream()
                .findFirst();
        boolean isWorthANote = device.map(Device::lastSeenAt)
                .filter(last -> last.plus(BETWEEN_SIGHTS).isBefore(now))
                .isPresent();
        if (isWorthANote) {
            Sql.update(
                    connection,
                    "update greffon_core_device set last_seen_at = ? where id = ?",
                    now,
                    device.get().id());
        }
        return device;
    }

    @Override
    public void revoke(long id, Actor by) {
        known.changing(
                (hash, device) -> device.id() == id, () -> sql.required(connection -> revoke(connection, id, by)));
    }

    private Device revoke(Connection connection, long id, Actor by) throws SQLException {
        Device device = load(connection, id);
        if (device.state() != Device.State.REVOKED) {
            Sql.update(
                    connection,
                    "update greffon_core_device set revoked_at = ?, token_hash = null, code_hash = null where id = ?",
                    clock.instant(),
                    id);
            record(by, "core.audit.device-revoked", id);
        }
        return device;
    }

    private void record(Actor by, String action, long id, FieldChange... fields) {
        audit.record(by, action, RECORD, Long.toString(id), List.of(fields));
    }
}
