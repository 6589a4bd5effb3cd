package coop.greffon.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the server's own log which statements a request led to. */
final class Statements {
    private static final Pattern EXECUTED = Pattern.compile("LOG:  (?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETERS = Pattern.compile("DETAIL:  [Pp]arameters: (.*)", Pattern.DOTALL);
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (NULL|'((?:[^']|'')*)')");
    private static final long SETTLED_MILLISECONDS = 700;

    private final String jdbcUrl;
    private final Path log;

    Statements(String jdbcUrl, Path log) {
        this.jdbcUrl = jdbcUrl;
        this.log = log;
    }

    /** A statement and what its places held. */
    record Executed(String sql, List<String> parameters) {}

    /** Something that leads to statements. */
    @FunctionalInterface
    interface Request {
        void send() throws Exception;
    }

    /** Something that asks for pages, and says for how many. */
    @FunctionalInterface
    interface Pages {
        int ask() throws Exception;
    }

    /** The statements of one request; nobody else may be at work. */
    List<Executed> of(Request request) throws Exception {
        return during(() -> {
                    request.send();
                    return 1;
                })
                .statements();
    }

    /** The statements of many pages; nobody else may be at work. */
    Mix during(Pages pages) throws Exception {
        configure("all");
        TimeUnit.MILLISECONDS.sleep(SETTLED_MILLISECONDS);
        long before = Files.size(log);
        int asked = pages.ask();
        TimeUnit.MILLISECONDS.sleep(SETTLED_MILLISECONDS);
        byte[] bytes = Files.readAllBytes(log);
        configure("none");
        String written = new String(bytes, (int) before, (int) (bytes.length - before), StandardCharsets.UTF_8);
        return new Mix(asked, read(written));
    }

    private void configure(String which) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + which + "'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static List<Executed> read(String text) {
        Map<String, List<Executed>> byProcess = new LinkedHashMap<>();
        for (String entry : text.split("\n(?=\\S)")) {
            String process = entry.substring(0, Math.max(0, entry.indexOf(':')));
            List<Executed> executed = byProcess.computeIfAbsent(process, none -> new ArrayList<>());
            Matcher statement = EXECUTED.matcher(entry);
            Matcher parameters = PARAMETERS.matcher(entry);
            if (statement.find()) {
                executed.add(
                        new Executed(statement.group(1).replace("\n\t", "\n").strip(), List.of()));
            } else if (parameters.find() && !executed.isEmpty()) {
                Executed last = executed.remove(executed.size() - 1);
                executed.add(new Executed(last.sql(), values(parameters.group(1).replace("\n\t", "\n"))));
            }
        }
        // One connection after the other: those of several mix in the log, and their transactions must not.
        List<Executed> executed = new ArrayList<>(
                byProcess.values().stream().flatMap(List::stream).toList());
        executed.removeIf(one -> one.sql().startsWith("alter system")
                || one.sql().contains("pg_reload_conf")
                || one.sql().startsWith("SET application_name"));
        return executed;
    }

    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        Matcher value = PARAMETER.matcher(text);
        while (value.find()) {
            values.add(value.group(3) == null ? null : value.group(3).replace("''", "'"));
        }
        return values;
    }

    /** The settings of a server that writes a log into a folder, and to the disk what it acknowledges. */
    static Map<String, String> settings(Path folder, String file) {
        return Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "logging_collector", "on",
                "log_directory", folder.toString(),
                "log_filename", file,
                "log_destination", "stderr",
                "log_line_prefix", "%p:");
    }

    /** What a server says of itself: its version, and that nothing it acknowledges is lost. */
    static String durability(String jdbcUrl) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit')")) {
            row.next();
            if (!row.getString(2).equals("on") || !row.getString(3).equals("on")) {
                throw new IllegalStateException("the server does not write to the disk what it acknowledges");
            }
            return "PostgreSQL " + row.getString(1) + ", fsync on, synchronous_commit on";
        }
    }

    static void execute(PreparedStatement statement, List<String> arguments) throws SQLException {
        for (int place = 0; place < arguments.size(); place++) {
            statement.setString(place + 1, arguments.get(place));
        }
        if (statement.execute()) {
            try (var rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
        }
    }
}
