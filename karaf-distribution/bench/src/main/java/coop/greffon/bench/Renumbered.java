package coop.greffon.bench;

import coop.greffon.bench.Statements.Executed;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the rows of one request again and again under new ids. What differs between two requests of a kind and is a number is an id;
 * each round moves all of them by the same amount, so that rows still point to each other.
 */
final class Renumbered implements Load.Work {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{3,14}");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final AtomicLong ROUND = new AtomicLong(1);
    private static final long FAR = 10_000_000_000L;
    private static final long STEP = 1_000;

    private final java.sql.Connection connection;
    private final List<PreparedStatement> prepared = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private final List<List<Boolean>> moving = new ArrayList<>();

    Renumbered(String jdbcUrl, List<Executed> first, List<Executed> second) throws SQLException {
        if (!first.stream()
                .map(Executed::sql)
                .toList()
                .equals(second.stream().map(Executed::sql).toList())) {
            throw new IllegalStateException("Two requests of a kind led to different statements");
        }
        connection = DriverManager.getConnection(jdbcUrl + "&stringtype=unspecified");
        for (int i = 0; i < first.size(); i++) {
            add(first.get(i), second.get(i));
        }
    }

    private void add(Executed one, Executed other) throws SQLException {
        List<String> inOrder = new ArrayList<>();
        List<Boolean> ids = new ArrayList<>();
        Matcher place = PLACE.matcher(one.sql());
        while (place.find()) {
            int index = Integer.parseInt(place.group(1)) - 1;
            String value = one.parameters().get(index);
            String twin = other.parameters().get(index);
            inOrder.add(value);
            ids.add(value != null
                    && !value.equals(twin)
                    && NUMBER.matcher(value).matches());
        }
        prepared.add(connection.prepareStatement(place.replaceAll("?")));
        values.add(inOrder);
        moving.add(ids);
    }

    @Override
    public void once() throws SQLException {
        long by = FAR + ROUND.getAndIncrement() * STEP;
        for (int i = 0; i < prepared.size(); i++) {
            List<String> arguments = new ArrayList<>(values.get(i));
            for (int place = 0; place < arguments.size(); place++) {
                if (moving.get(i).get(place)) {
                    arguments.set(place, String.valueOf(Long.parseLong(arguments.get(place)) + by));
                }
            }
            Statements.execute(prepared.get(i), arguments);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
