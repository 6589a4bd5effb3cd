package coop.greffon.bench;

import coop.greffon.bench.HttpConnection.Request;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.DistributionSetup;
import coop.greffon.itests.distribution.PostgreSqlServer;
import coop.greffon.itests.distribution.RunningDistribution;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shifts of a co-op of ten thousand people who have flown for three years. */
final class OnShifts {
    private static final int PEOPLE = Integer.getInteger("greffon.bench.workers", 10_000);
    private static final int CONNECTIONS = 8;
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("greffon.bench.seconds", 10));
    /** Long enough for what is read again every second to be read again. */
    private static final Duration RECORDED = Duration.ofSeconds(3);

    private static final String JOBS = "/api/core/v1/jobs/";
    private static final Pattern RUN = Pattern.compile("\"startedAt\":\"([^\"]+)\",\"endedAt\":\"([^\"]+)\"");
    private static final Pattern ON = Pattern.compile("\"on\":\"(\\d{4}-\\d{2}-\\d{2})\"");
    private static final String CALENDAR = "/shifts/calendar";

    private final Table table;
    private RunningDistribution greffon;
    private Client referent;
    private String token;
    private String jdbcUrl;
    private Statements statements;

    OnShifts(Table table) {
        this.table = table;
    }

    void run() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
        String log = "statements-shifts-" + ProcessHandle.current().pid() + ".log";
        PostgreSqlServer server = PostgreSqlServer.start(Statements.settings(folder, log));
        jdbcUrl = server.jdbcUrl();
        statements = new Statements(jdbcUrl, folder.resolve(log));
        try (RunningDistribution running =
                new DistributionSetup("bench-shifts").asDemo().on(server).start()) {
            greffon = running;
            Imports.run(greffon, "greffon:install shifts");
            referent = greffon.as(DemoPerson.REFERENT);
            token = referent.token();
            Imports.apply(greffon, MemberFile.write(folder.resolve("workers.csv"), 500_000, PEOPLE + 1));
            measure(number("select max(id) from greffon_members_member"));
        }
    }

    private void measure(long last) throws Exception {
        List<Long> people = numbers("select id from greffon_members_member order by id desc limit " + PEOPLE);
        LocalDate today = today();
        double seconds = Imports.seconds(() -> enrol(people, today.minusDays(28 * 39L)));
        long entries = number("select count(*) from greffon_shifts_entry");
        table.add("entries of " + people.size() + " people after three years", entries, "", "");
        table.add("written down with their enrolment", entries / seconds, "/s", "");
        String status = "/api/shifts/v1/members/" + last + "/status?on=" + today.minusDays(400);
        table.add(
                "status of one as of a day, REST with its explanation, median", median(status), "µs", "at most 3,000");
        double page = median("/shifts/members/" + last);
        table.add("page of one, median", page, "µs", "");
        table.add("page of one, three years : one year", page / afterAYear(last - PEOPLE, today), "", "flat");
        table.add("everybody worked out anew with other rules", Imports.seconds(this::suppose), "s", "at most 5");
        // On a day on which nothing new is due.
        table.add("daily job, everybody up to date", run("shifts.job.cycles"), "s", "at most 10");
        // The first run counts the ends of the months before as well.
        run("shifts.job.count");
        table.add("statuses of everybody as of yesterday, counted", run("shifts.job.count"), "s", "at most 3");
        calendar();
    }

    /** The co-op's own day, as the status of somebody of the demo tells it once the demo has told of them. */
    private LocalDate today() throws InterruptedException {
        for (int asked = 0; asked < 300; asked++) {
            Matcher on =
                    ON.matcher(referent.get("/api/shifts/v1/members/128/status").body());
            if (on.find()) {
                return LocalDate.parse(on.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException("A status does not say of which day it is");
    }

    /** The same page of somebody who began a year ago. */
    private double afterAYear(long member, LocalDate today) throws Exception {
        enrol(List.of(member), today.minusDays(28 * 13L));
        return median("/shifts/members/" + member);
    }

    /** Each enrolment writes down at once what fell due since. */
    private void enrol(List<Long> people, LocalDate start) {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        List<Callable<Integer>> all = new ArrayList<>();
        String body = "{\"track\":\"FLYING\",\"start\":\"" + start + "\"}";
        for (Long id : people) {
            all.add(() -> referent.send("POST", "/api/shifts/v1/members/" + id + "/enrolment", body)
                    .statusCode());
        }
        try {
            for (Future<Integer> answer : pool.invokeAll(all)) {
                if (answer.get() != 200) {
                    throw new IllegalStateException("An enrolment is answered by " + answer.get());
                }
            }
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        } finally {
            pool.shutdown();
        }
    }

    /** Asks who would stand otherwise, and saves nothing. */
    private void suppose() {
        String form = "fixedRules=BEES_REGULAR&flyingRules=MACAVRAC&firstWeek=2024-01-01&cycleWeeks=4";
        try (HttpConnection connection = connect()) {
            int answered = connection.send(
                    new Request("POST", "/shifts/rules/choose", token, "application/x-www-form-urlencoded", form));
            if (answered != 200) {
                throw new IllegalStateException("The choice of rules answers " + answered);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** What the log of a run of a job says it took, in seconds. */
    private double run(String job) throws Exception {
        String runs = JOBS + job + "/runs";
        int before = ended(runs);
        HttpResponse<String> asked = referent.send("POST", runs, "{}");
        if (asked.statusCode() >= 300) {
            throw new IllegalStateException(asked.body());
        }
        while (ended(runs) == before) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        Matcher run = RUN.matcher(referent.get(runs).body());
        if (!run.find()) {
            throw new IllegalStateException("No run of " + job + " is over");
        }
        return Duration.between(Instant.parse(run.group(1)), Instant.parse(run.group(2)))
                        .toMillis()
                / 1e3;
    }

    private int ended(String runs) {
        Matcher run = RUN.matcher(referent.get(runs).body());
        int ended = 0;
        while (run.find()) {
            ended++;
        }
        return ended;
    }

    private void calendar() throws Exception {
        Steady pages = Steady.of(warmUp -> load(CALENDAR, warmUp));
        Mix mix = statements
                .during(() -> Load.run(CONNECTIONS, Duration.ZERO, RECORDED, thread -> asking(CALENDAR))
                        .count())
                .reading();
        pages.print(
                table,
                "calendar page, 8 connections",
                "",
                "the " + mix.perPage() + " statements of a calendar page",
                warmUp -> Load.run(CONNECTIONS, warmUp, MEASURED, thread -> new Mix.Replay(jdbcUrl, mix))
                        .perSecond());
    }

    private double median(String path) throws Exception {
        return Load.run(1, MEASURED, MEASURED, thread -> asking(path)).median();
    }

    private double load(String path, Duration warmUp) throws Exception {
        return Load.run(CONNECTIONS, warmUp, MEASURED, thread -> asking(path)).perSecond();
    }

    private Load.Work asking(String path) throws IOException {
        HttpConnection connection = connect();
        return new Load.Work() {
            @Override
            public void once() throws IOException {
                int answered = connection.send(Request.get(path, token));
                if (answered != 200) {
                    throw new IOException(path + " answers " + answered);
                }
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private HttpConnection connect() throws IOException {
        return new HttpConnection(greffon.uri("/"));
    }

    private long number(String question) throws SQLException {
        return numbers(question).get(0);
    }

    private List<Long> numbers(String question) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }
}
