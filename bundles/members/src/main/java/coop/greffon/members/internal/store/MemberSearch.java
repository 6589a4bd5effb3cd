package coop.greffon.members.internal.store;

import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberPage.Total;
import coop.greffon.members.internal.rules.SearchQuery;
import coop.greffon.members.internal.rules.SearchQuery.Term;
import coop.greffon.members.internal.rules.Spelling;
import coop.greffon.members.internal.rules.WordPairs;
import coop.greffon.members.internal.store.MemberList.Condition;
import coop.greffon.members.internal.store.SearchRanges.Range;
import coop.greffon.members.internal.store.SearchRanges.Ranked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds members by what was typed.
 *
 * <p>The narrowest term drives, with another one where there is: its words are read in the order of an index, exact words before longer
 * ones before misspelt ones, and no further than the page shown. Each other term is asked of the members so found. What a page costs does
 * not grow with the co-op.
 */
final class MemberSearch {
    /** As many words are read at once of each range: fewer are counted by having been read, without a statement of their own. */
    private static final int LOOKED_AT = 200;

    private final Connection connection;
    private final SearchQuery query;
    private final Condition condition;
    private final List<Ranked> driving;

    MemberSearch(Connection connection, MemberFilter filter) throws SQLException {
        this.connection = connection;
        this.query = SearchQuery.of(filter.query());
        this.condition = Condition.of(filter);
        this.driving = query.isEmpty() ? List.of() : new SearchRanges(query, misspelt()).driving();
    }

    /** Names that are one slip away from a term. */
    private Map<Term, List<String>> misspelt() throws SQLException {
        Set<String> slips = query.slips();
        if (slips.isEmpty()) {
            return Map.of();
        }
        Set<String> halves = new LinkedHashSet<>();
        Set<String> patterns = new LinkedHashSet<>();
        slips.forEach(slip -> halves.addAll(Spelling.halvesNear(slip)));
        slips.forEach(slip -> patterns.addAll(Spelling.patternsNear(slip)));
        List<String> arguments = new ArrayList<>(halves);
        arguments.addAll(patterns);
        Set<String> names = new TreeSet<>();
        try (PreparedStatement select = prepare(
                        "select word from greffon_members_name_half where half in ("
                                + String.join(", ", Collections.nCopies(halves.size(), "?")) + ") and ("
                                + String.join(" or ", Collections.nCopies(patterns.size(), "word like ?")) + ")",
                        arguments);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        Map<Term, List<String>> misspelt = new LinkedHashMap<>();
        for (Term term : query.terms()) {
            if (term.slip() != null) {
                misspelt.put(
                        term,
                        names.stream()
                                .filter(name -> !name.startsWith(term.slip()))
                                .filter(name -> Spelling.areOneSlipApart(term.slip(), name))
                                .toList());
            }
        }
        return misspelt;
    }

    /**
     * A page of those who fit.
     *
     * @param ids the members of the page, best first
     * @param total how many fit, counted no further than {@link MemberList#COUNTED}
     */
    record Found(List<Long> ids, Total total) {}

    /** A page of those who fit. */
    Found page(int skip, int most) throws SQLException {
        if (query.isEmpty()) {
            return new Found(List.of(), new Total(0, true));
        }
        int wanted = skip + most;
        for (int looked = Math.max(LOOKED_AT, wanted * 2 + 10); ; looked *= 4) {
            Looked read = look(looked);
            if (read.members().size() >= wanted || !read.isCut()) {
                List<Long> ids = read.members().stream().skip(skip).limit(most).toList();
                return new Found(
                        ids,
                        read.isCut()
                                ? total()
                                : MemberList.bounded(read.members().size()));
            }
        }
    }

    /** A word met, and whose it is. */
    private record Met(int fit, String word, String sortKey, long memberId) {
        private static final Comparator<Met> BEST_FIRST = Comparator.comparingInt(Met::fit)
                .thenComparing(Met::word)
                .thenComparing(Met::sortKey)
                .thenComparingLong(Met::memberId);
    }

    /**
     * Whom some words led to.
     *
     * @param members the members, best first, up to the first who may be missing
     * @param isCut whether there may be more
     */
    private record Looked(Set<Long> members, boolean isCut) {
        /** Of ranges that were read up to a number of words each. */
        static Looked of(List<List<Met>> ranges, int most) {
            // Where a range was read in part, what follows its last word may come before what other ranges hold.
            Optional<Met> end = ranges.stream()
                    .filter(range -> range.size() == most)
                    .map(range -> Collections.max(range, Met.BEST_FIRST))
                    .min(Met.BEST_FIRST);
            Set<Long> members = ranges.stream()
                    .flatMap(List::stream)
                    .sorted(Met.BEST_FIRST)
                    .takeWhile(met -> end.isEmpty() || Met.BEST_FIRST.compare(met, end.get()) <= 0)
                    .map(Met::memberId)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return new Looked(members, end.isPresent());
        }
    }

    /** Reads at most a number of words from each range. */
    private Looked look(int most) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        List<String> branches = new ArrayList<>();
        List<List<Met>> met = new ArrayList<>();
        for (Ranked ranked : driving) {
            branches.add("(select " + branches.size() + ", w.word, w.sort_key, w.member_id"
                    + from(ranked, arguments) + " order by w.word, w.sort_key, w.member_id limit " + most
                    + ")");
            met.add(new ArrayList<>());
        }
        try (PreparedStatement select = prepare(String.join(" union all ", branches), arguments);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                int branch = rows.getInt(1);
                String word = WordPairs.second(rows.getString(2));
                met.get(branch).add(new Met(driving.get(branch).fit(), word, rows.getString(3), rows.getLong(4)));
            }
        }
        return Looked.of(met, most);
    }

    /** How many fit, counted no further than {@link MemberList#COUNTED}; somebody may have several of the words. */
    private Total total() throws SQLException {
        for (int most = MemberList.COUNTED * 5 / 4; ; most *= 4) {
            long[] counts = count(most);
            if (counts[0] > MemberList.COUNTED || counts[1] < most) {
                return MemberList.bounded(counts[0]);
            }
        }
    }

    /** How many fit, counted to the last. */
    long count() throws SQLException {
        return query.isEmpty() ? 0 : count(Integer.MAX_VALUE)[0];
    }

    /** The members and the words found among at most so many words. */
    private long[] count(int most) throws SQLException {
        List<Object> arguments = new ArrayList<>();
        List<String> branches = new ArrayList<>();
        for (Ranked ranked : driving) {
            branches.add("select w.member_id" + from(ranked, arguments));
        }
        String sql = "select count(distinct member_id), count(*) from (" + String.join(" union all ", branches)
                + " limit " + most + ") found";
        try (PreparedStatement select = prepare(sql, arguments);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    private String from(Ranked ranked, List<Object> arguments) {
        var sql = new StringBuilder(" from greffon_members_word w where " + within("w", ranked.range(), arguments));
        ranked.others().forEach(other -> sql.append(ask(other, arguments)));
        if (!condition.isEmpty()) {
            sql.append(" and exists (select 1 from greffon_members_member m")
                    .append(condition.where())
                    .append(" and m.id = w.member_id)");
            arguments.addAll(condition.arguments());
        }
        return sql.toString();
    }

    /**
     * Asks whether whoever is met has a word in one of some ranges. The sort key holds the words of the name and is at hand; only where it
     * does not tell, the words are looked up, one by one, since of as many as are counted at most few need it.
     */
    private static String ask(List<Range> ranges, List<Object> arguments) {
        List<String> inName =
                ranges.stream().flatMap(range -> range.inName().stream()).toList();
        arguments.addAll(inName);
        List<String> alternatives = new ArrayList<>();
        ranges.forEach(range -> alternatives.add(within("x", range, arguments)));
        String word = "select 1 from greffon_members_word x where x.member_id = w.member_id and ("
                + String.join(" or ", alternatives) + ")";
        return inName.isEmpty()
                ? " and exists (" + word + ")"
                : " and (" + "w.sort_key like ? or ".repeat(inName.size()) + "(" + word + " limit 1) = 1)";
    }

    private static String within(String table, Range range, List<Object> arguments) {
        arguments.add(range.from());
        if (range.isFamilyName()) {
            // Between family and given name the sort key has two spaces.
            arguments.addAll(List.of(range.from(), range.from() + " !"));
            return "%1$s.word = ? and %1$s.sort_key >= ? and %1$s.sort_key < ?".formatted(table);
        }
        if (range.to() == null) {
            return table + ".word = ?";
        }
        arguments.add(range.to());
        return table + ".word >= ? and " + table + ".word < ?";
    }

    private PreparedStatement prepare(String sql, List<?> arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
        return statement;
    }
}
