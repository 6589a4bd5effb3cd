package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.ConsoleAnswer;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.DistributionSetup;
import coop.greffon.itests.distribution.PostgreSqlServer;
import coop.greffon.itests.distribution.RunningDistribution;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The process is killed while it counts what is due from everybody: some have been counted, the others have not. */
class KilledIT {
    private static final String API = "/api/shifts/v1/members/";
    private static final Duration TIME = Duration.ofMinutes(1);
    /** So many are counted in one transaction. */
    private static final int AT_ONCE = 200;

    private static final int MORE = 40;
    private static final String NEW =
            "{\"details\":{\"kind\":\"PERSON\",\"givenName\":\"Ada\",\"familyName\":\"Coupure%d\"},"
                    + "\"statuses\":[{\"status\":\"MEMBER\",\"on\":\"2024-03-04\"}]}";

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Test
    void whatWasCountedStaysAndTheRestIsCountedOnce() throws Exception {
        try (PostgreSqlServer server = PostgreSqlServer.start();
                RunningDistribution greffon =
                        new DistributionSetup("killed").asDemo().on(server).start();
                Connection database = DriverManager.getConnection(server.jdbcUrl())) {
            greffon.console("greffon:install shifts");
            long enrolled = enrol(greffon.as(DemoPerson.REFERENT), database);

            for (int days : new int[] {9, 18, 27}) {
                moveOn(greffon, days);
            }
            database.setAutoCommit(false);
            number(database, "select id from greffon_shifts_worker order by id desc limit 1 for update");
            // What is due is counted before the clock's own request is answered, and this one never is.
            CompletableFuture<Void> cutOff = CompletableFuture.runAsync(() -> moveOn(greffon, 29));
            awaitNumber(
                    server,
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                            + " and query like '%greffon_shifts_worker%'",
                    1);
            greffon.kill();
            assertThat(cutOff).failsWithin(TIME);
            database.rollback();
            database.setAutoCommit(true);

            long counted = number(database, "select count(*) from (" + debits() + ") d");
            assertThat(counted).as("in the middle").isPositive().isLessThan(enrolled);

            greffon.start();
            // By then the run that was cut off no longer keeps the job to itself.
            // The run that was cut off keeps the job to itself for two minutes, and the day's own time is within them.
            moveOn(greffon, 29);
            awaitNumber(server, "select count(*) from (" + debits() + ") d", enrolled);
            expectEachOnce(database, enrolled);
            moveOn(greffon, 30);
            expectEachOnce(database, enrolled);
            ConsoleAnswer verified = greffon.ask("shifts:verify", TIME);
            assertThat(verified.status()).as(verified.output()).isZero();
        }
    }

    /** Whoever flies from today owes a shift in 28 days, and one more where they have done none. */
    private static String debits() {
        return "select e.amount from greffon_shifts_entry e join greffon_shifts_worker w on e.chain = w.id || '/main'"
                + " where w.start_on = date '" + TODAY + "' and e.kind = 'CYCLE'";
    }

    private static void expectEachOnce(Connection database, long enrolled) throws SQLException {
        assertThat(number(database, "select count(*) from (" + debits() + ") d"))
                .isEqualTo(enrolled);
        assertThat(number(database, "select sum(d.amount) from (" + debits() + ") d"))
                .isEqualTo(-200 * enrolled);
    }

    /** All members of the demo who do no shifts yet, and some who are new; how many these are. */
    private static long enrol(Client referent, Connection database) throws Exception {
        for (int asked = 0; asked < 300 && referent.get(API + "128/status").statusCode() != 200; asked++) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        for (int more = 0; more < MORE; more++) {
            assertThat(referent.send("POST", "/api/members/v1/members", NEW.formatted(more))
                            .statusCode())
                    .isEqualTo(201);
        }
        String body = "{\"track\":\"FLYING\",\"start\":\"" + TODAY + "\"}";
        long before = number(database, "select count(*) from greffon_shifts_worker");
        List<Long> others = numbers(
                database,
                "select id from greffon_members_member m where status = 'MEMBER' and merged_into is null and not exists"
                        + " (select 1 from greffon_shifts_worker w where w.member_id = m.id) order by id");
        long enrolled = others.stream()
                .filter(id ->
                        referent.send("POST", API + id + "/enrolment", body).statusCode() == 200)
                .count();
        assertThat(before + enrolled).isGreaterThan(AT_ONCE);
        return enrolled;
    }

    /** Signed in anew each time: no session lasts until the next, and a start makes new passwords. */
    private static void moveOn(RunningDistribution greffon, int days) {
        Client referent = greffon.signedIn(DemoPerson.REFERENT.login(), greffon.passwordOf(DemoPerson.REFERENT));
        Instant then = TODAY.plusDays(days)
                .atTime(9, 0)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant();
        assertThat(referent.send("PUT", "/api/core/v1/clock", "{\"now\":\"" + then + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void awaitNumber(PostgreSqlServer server, String question, long expected) throws Exception {
        long end = System.nanoTime() + TIME.toNanos();
        long found = -1;
        while (found != expected && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            try (Connection database = DriverManager.getConnection(server.jdbcUrl())) {
                found = number(database, question);
            }
        }
        assertThat(found).as(question).isEqualTo(expected);
    }

    private static long number(Connection database, String question) throws SQLException {
        return numbers(database, question).get(0);
    }

    private static List<Long> numbers(Connection database, String question) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
