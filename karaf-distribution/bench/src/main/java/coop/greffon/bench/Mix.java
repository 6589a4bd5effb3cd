package coop.greffon.bench;

import coop.greffon.bench.Statements.Executed;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All the statements of many pages. Some are asked by each page and some, such as those for settings and rights, only now and then: one
 * page alone tells nothing.
 *
 * @param pages how many led to them
 * @param statements in the order in which the server executed them
 */
record Mix(int pages, List<Executed> statements) {
    private static final Set<String> ENDING = Set.of("COMMIT", "ROLLBACK");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");

    /** Without what wrote meanwhile, such as a job of the container: repeated, it would write again. */
    Mix reading() {
        List<Executed> reading = new ArrayList<>();
        List<Executed> transaction = new ArrayList<>();
        boolean isOpen = false;
        for (Executed one : statements) {
            transaction.add(one);
            isOpen = one.sql().startsWith("BEGIN") || isOpen && !ENDING.contains(one.sql());
            if (!isOpen) {
                if (transaction.stream().allMatch(Mix::isReading)) {
                    reading.addAll(transaction);
                }
                transaction.clear();
            }
        }
        return new Mix(pages, reading);
    }

    private static boolean isReading(Executed one) {
        String sql = one.sql().toLowerCase(Locale.ROOT);
        return sql.equals("begin")
                || sql.equals("commit")
                || sql.equals("rollback")
                || sql.startsWith("select") && !sql.contains("for update");
    }

    /** How many a page leads to on average, in words. */
    String perPage() {
        return String.format(Locale.ROOT, "%.1f", (double) statements.size() / pages);
    }

    /** The first statement of a page, if all had as many. */
    private int first(int page) {
        return (int) ((long) page * statements.size() / pages);
    }

    /** What it takes to repeat a statement. */
    private record Prepared(PreparedStatement statement, List<Integer> places) {}

    /** Executes them on a connection of its own, each time as many as a page leads to. */
    static final class Replay implements Load.Work {
        private static final AtomicInteger OPENED = new AtomicInteger();

        private final Mix mix;
        private final Connection connection;
        private final Map<String, Prepared> prepared = new HashMap<>();
        private int page;

        Replay(String jdbcUrl, Mix mix) throws SQLException {
            this.mix = mix;
            // Not all at the same place at once.
            this.page = OPENED.getAndIncrement() * 31 % mix.pages();
            connection = DriverManager.getConnection(jdbcUrl + "&stringtype=unspecified");
            for (Executed one : mix.statements()) {
                if (!prepared.containsKey(one.sql())) {
                    prepared.put(one.sql(), prepare(one.sql()));
                }
            }
        }

        private Prepared prepare(String sql) throws SQLException {
            List<Integer> places = new ArrayList<>();
            Matcher place = PLACE.matcher(sql);
            while (place.find()) {
                places.add(Integer.parseInt(place.group(1)) - 1);
            }
            return new Prepared(connection.prepareStatement(place.replaceAll("?")), places);
        }

        @Override
        public void once() throws SQLException {
            for (int i = mix.first(page); i < mix.first(page + 1); i++) {
                Executed one = mix.statements().get(i);
                Prepared known = prepared.get(one.sql());
                List<String> arguments =
                        known.places().stream().map(one.parameters()::get).toList();
                Statements.execute(known.statement(), arguments);
            }
            page = (page + 1) % mix.pages();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
