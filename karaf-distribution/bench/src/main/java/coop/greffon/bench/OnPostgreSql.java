package coop.greffon.bench;

import coop.greffon.bench.HttpConnection.Request;
import coop.greffon.bench.Statements.Executed;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.DistributionSetup;
import coop.greffon.itests.distribution.PostgreSqlServer;
import coop.greffon.itests.distribution.RunningDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages and programs against the same statements in bare JDBC, and a large co-op against a small one. */
final class OnPostgreSql {
    private static final int CONNECTIONS = 8;
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("greffon.bench.seconds", 10));
    /** Long enough for what is read again every second to be read again. */
    private static final Duration RECORDED = Duration.ofSeconds(3);
    /** As many lines as fit into the largest file that an import accepts. */
    private static final int FILE = 40_000;

    private static final String LIST = "/members?size=50";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern COUNT = Pattern.compile("\"total\":\\{\"count\":(\\d+)");

    private final Table table;
    private final AtomicInteger names = new AtomicInteger();
    private RunningDistribution greffon;
    private String token;
    private Client desk;
    private Statements statements;
    private String jdbcUrl;
    private Path folder;

    OnPostgreSql(Table table) {
        this.table = table;
    }

    void run() throws Exception {
        folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
        String log = "statements-" + ProcessHandle.current().pid() + ".log";
        PostgreSqlServer server = PostgreSqlServer.start(Statements.settings(folder, log));
        jdbcUrl = server.jdbcUrl();
        statements = new Statements(jdbcUrl, folder.resolve(log));
        table.condition("server", Statements.durability(jdbcUrl));
        try (RunningDistribution running =
                new DistributionSetup("bench-postgresql").asDemo().on(server).start()) {
            greffon = running;
            desk = greffon.as(DemoPerson.DESK);
            token = desk.token();
            measure();
        }
    }

    private void measure() throws Exception {
        fill(0, 759);
        // Both co-ops are asked by a container that has warmed up.
        load(() -> Request.get(LIST, token), 200, MEASURED);
        Map<String, Double> small = medians();
        fill(759, 4_000);
        throughput();
        creations();
        Imports.measure(table, greffon, folder, 200_000, "PostgreSQL");
        Imports.measureAsThePage(table, greffon, folder, 210_000, "PostgreSQL");
        for (int first = 10_000; first < 90_000; first += FILE) {
            fill(first, FILE);
        }
        long members = members();
        table.add("members in the large co-op", members, "", "");
        Map<String, Double> large = medians();
        small.forEach((what, median) -> {
            table.add(what + ", median at 1,000 members", median, "µs", "");
            table.add(what + ", median in the large co-op", large.get(what), "µs", "");
            table.add(what + ", large : 1,000 members", large.get(what) / median, "", "at most 1.5");
        });
        new Memory(greffon.pid()).afterwards(table, "all that");
    }

    /** One after the other: the list, and searches by two letters, four, two words, and a name with a slip. */
    private Map<String, Double> medians() throws Exception {
        String family = MemberFile.familyName(3);
        Map<String, Double> medians = new LinkedHashMap<>();
        medians.put("list page", median(LIST));
        medians.put("search by 2 letters", median("/members?q=" + family.substring(0, 2)));
        medians.put("search by 4 letters", median("/members?q=" + family.substring(0, 4)));
        medians.put(
                "search by 2 words",
                median("/members?q=" + MemberFile.givenName(3).substring(0, 3) + "+" + family.substring(0, 3)));
        medians.put(
                "search with a slip",
                median("/members?q=" + family.charAt(1) + family.charAt(0) + family.substring(2)));
        return medians;
    }

    private void throughput() throws Exception {
        Steady pages = Steady.of(warmUp -> load(() -> Request.get(LIST, token), 200, warmUp));
        Mix mix = statements
                .during(() -> Load.run(
                                CONNECTIONS,
                                Duration.ZERO,
                                RECORDED,
                                thread -> asking(() -> Request.get(LIST, token), 200))
                        .count())
                .reading();
        pages.print(
                table,
                "list page, 50 of 5,000, HTML, 8 connections",
                "Odoo 263/s",
                "the " + mix.perPage() + " statements of a list page",
                warmUp -> Load.run(CONNECTIONS, warmUp, MEASURED, thread -> new Mix.Replay(jdbcUrl, mix))
                        .perSecond());
    }

    private void creations() throws Exception {
        List<List<Executed>> alike;
        try (HttpConnection once = connect()) {
            once.send(json());
            alike = alike(once);
        }
        String rows = "the rows of a new member, " + alike.get(0).size() + " statements,";
        Steady.Measured bare = warmUp -> Load.run(
                        CONNECTIONS, warmUp, MEASURED, thread -> new Renumbered(jdbcUrl, alike.get(0), alike.get(1)))
                .perSecond();
        Steady.of(warmUp -> load(this::json, 201, warmUp))
                .print(table, "new member, REST, 8 connections", "at least 980/s", rows, bare);
        Steady.of(warmUp -> load(this::form, 303, warmUp))
                .print(table, "new member, form, 8 connections", "at least 980/s", rows, bare);
    }

    /** What creations write whose names have as many words as most have. */
    private List<List<Executed>> alike(HttpConnection once) throws Exception {
        Map<List<String>, List<List<Executed>>> bySql = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            List<Executed> written = writing(statements.of(() -> once.send(json())));
            List<String> sql = written.stream().map(Executed::sql).toList();
            bySql.computeIfAbsent(sql, none -> new ArrayList<>()).add(written);
        }
        return Collections.max(bySql.values(), Comparator.comparingInt(List::size));
    }

    /** What writes, and the transaction around it. */
    private static List<Executed> writing(List<Executed> statements) {
        return statements.stream()
                .filter(one -> !one.sql().regionMatches(true, 0, "select", 0, 6))
                .toList();
    }

    private Request json() {
        String body = "{\"details\":{\"kind\":\"PERSON\",\"givenName\":\"%s\",\"familyName\":\"%s\"}}";
        int i = names.incrementAndGet();
        return new Request(
                "POST",
                "/api/members/v1/members",
                token,
                "application/json",
                body.formatted(MemberFile.givenName(i), MemberFile.familyName(i)));
    }

    private Request form() {
        int i = names.incrementAndGet();
        String body = "details.kind=PERSON&details.givenName=" + MemberFile.givenName(i) + "&details.familyName="
                + MemberFile.familyName(i);
        return new Request("POST", "/members/new", token, FORM, body);
    }

    private double median(String path) throws Exception {
        return Load.run(1, MEASURED, MEASURED, thread -> asking(() -> Request.get(path, token), 200))
                .median();
    }

    private double load(Supplier<Request> request, int status, Duration warmUp) throws Exception {
        return Load.run(CONNECTIONS, warmUp, MEASURED, thread -> asking(request, status))
                .perSecond();
    }

    private Load.Work asking(Supplier<Request> request, int status) throws IOException {
        HttpConnection connection = connect();
        return new Load.Work() {
            @Override
            public void once() throws IOException {
                Request next = request.get();
                int answered = connection.send(next);
                if (answered != status) {
                    throw new IOException(next.path() + " answers " + answered);
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

    private void fill(int first, int lines) throws IOException {
        Imports.apply(greffon, MemberFile.write(folder.resolve("fill.csv"), first, lines));
    }

    private long members() {
        Matcher count = COUNT.matcher(
                desk.get("/api/members/v1/members?size=1&count=exact").body());
        if (!count.find()) {
            throw new IllegalStateException("the list does not say how many there are");
        }
        return Long.parseLong(count.group(1));
    }
}
