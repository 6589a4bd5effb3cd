package coop.greffon.members.internal.store;

import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberPage.Total;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.MemberSummary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Lists of members. They are what people look at most, so they are plain SQL: no entity is made for a line of a list. */
final class MemberList {
    /** Up to here a filtered total is counted; beyond, it is said that there are more. */
    static final int COUNTED = 1_000;

    // Each line looks up what belongs to it: right after an import the database knows too little of the tables to join
    // them well, and would go through all of each.
    private static final String COLUMNS = "select m.id, m.number, m.kind,"
            + " coalesce(m.organisation_name, concat_ws(' ', m.given_name, m.family_name)), m.status, m.status_since, "
            + first("address", "mail") + ", "
            + first("number", "phone") + ", " + first("city", "address");

    private final Connection connection;

    MemberList(Connection connection) {
        this.connection = connection;
    }

    private static String first(String column, String noun) {
        return "(select p." + column + " from greffon_members_" + noun
                + " p where p.member_id = m.id and p.position = 0)";
    }

    /** Members that fit a filter without a query, in an order. */
    List<MemberSummary> rows(MemberFilter filter, MemberOrder order, int skip, int most) throws SQLException {
        Condition condition = Condition.of(filter);
        // The page first, then what belongs to its lines, and its length written out: the plan for any length is that
        // of a long list.
        String page = "select m.* from greffon_members_member m" + present(condition) + " order by " + columns(order)
                + " limit " + most + " offset " + skip;
        String sql = COLUMNS + " from (" + page + ") m order by " + columns(order);
        return read(sql, condition.arguments());
    }

    /** Members by their ids, in the order of the ids. */
    List<MemberSummary> rows(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        List<MemberSummary> found =
                read(COLUMNS + " from greffon_members_member m where m.id in (" + places + ")", List.copyOf(ids));
        var byId = found.stream().collect(Collectors.toMap(MemberSummary::id, summary -> summary));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** How many fit a filter without a query, counted no further than {@link #COUNTED}. */
    Total total(MemberFilter filter) throws SQLException {
        Condition condition = Condition.of(filter);
        String sql = "select count(*) from (select 1 from greffon_members_member m" + present(condition)
                + " limit ?) counted";
        return bounded(number(sql, condition.with(COUNTED + 1)));
    }

    /** How many fit a filter without a query, counted to the last. */
    long count(MemberFilter filter) throws SQLException {
        Condition condition = Condition.of(filter);
        return number("select count(*) from greffon_members_member m" + present(condition), condition.arguments());
    }

    /** Records that were merged into others are no longer listed. */
    private static String present(Condition condition) {
        return condition.isEmpty() ? " where m.merged_into is null" : condition.where() + " and m.merged_into is null";
    }

    /** Of some ids those whose records were merged into others, with the ids of these. */
    Map<Long, Long> survivors(List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        String sql = "select id, merged_into from greffon_members_member where merged_into is not null and id in ("
                + places + ")";
        try (PreparedStatement select = prepare(sql, ids);
                ResultSet row = select.executeQuery()) {
            Map<Long, Long> survivors = new HashMap<>();
            while (row.next()) {
                survivors.put(row.getLong(1), row.getLong(2));
            }
            return survivors;
        }
    }

    static Total bounded(long counted) {
        return counted > COUNTED ? new Total(COUNTED, false) : new Total(counted, true);
    }

    /** Each of these is the order of an index, read forwards or backwards. */
    private static String columns(MemberOrder order) {
        return switch (order.by()) {
            case NAME -> order.descending() ? "m.sort_key desc, m.id desc" : "m.sort_key, m.id";
            case NUMBER ->
                order.descending() ? "m.number_key desc nulls first, m.id desc" : "m.number_key nulls last, m.id";
            case SINCE ->
                order.descending() ? "m.status_since desc nulls last, m.id" : "m.status_since nulls first, m.id desc";
        };
    }

    private List<MemberSummary> read(String sql, List<?> arguments) throws SQLException {
        try (PreparedStatement select = prepare(sql, arguments);
                ResultSet row = select.executeQuery()) {
            List<MemberSummary> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(summary(row));
            }
            return rows;
        }
    }

    private static MemberSummary summary(ResultSet row) throws SQLException {
        String status = row.getString(5);
        return new MemberSummary(
                row.getLong(1),
                row.getString(2),
                MemberKind.valueOf(row.getString(3)),
                row.getString(4),
                status == null ? null : MemberStatus.valueOf(status),
                row.getObject(6, LocalDate.class),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                null);
    }

    long number(String sql, List<?> arguments) throws SQLException {
        try (PreparedStatement select = prepare(sql, arguments);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PreparedStatement prepare(String sql, List<?> arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
        return statement;
    }

    /** What a filter without its query asks of the table {@code m}. */
    record Condition(List<String> parts, List<Object> arguments) {
        static Condition of(MemberFilter filter) {
            List<String> parts = new ArrayList<>();
            List<Object> arguments = new ArrayList<>();
            if (filter.standing() == Standing.NONE) {
                parts.add("m.status is null");
            } else if (filter.standing() != null) {
                parts.add("m.status = ?");
                arguments.add(filter.standing().name());
            }
            if (filter.kind() != null) {
                parts.add("m.kind = ?");
                arguments.add(filter.kind().name());
            }
            if (filter.tag() != null) {
                parts.add("exists (select 1 from greffon_members_tag t where t.member_id = m.id"
                        + " and (t.name = ? or t.name >= ? and t.name < ?))");
                Collections.addAll(arguments, filter.tag(), filter.tag() + " / ", filter.tag() + " /!");
            }
            return new Condition(parts, arguments);
        }

        boolean isEmpty() {
            return parts.isEmpty();
        }

        String where() {
            return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
        }

        List<Object> with(Object... more) {
            List<Object> all = new ArrayList<>(arguments);
            Collections.addAll(all, more);
            return all;
        }

        List<Object> after(Collection<?> first) {
            List<Object> all = new ArrayList<>(first);
            all.addAll(arguments);
            return all;
        }
    }
}
