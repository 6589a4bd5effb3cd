package coop.greffon.members.internal.store;

import coop.greffon.members.MemberDraft;
import coop.greffon.members.internal.rules.SearchWords;
import coop.greffon.members.internal.rules.Spelling;
import coop.greffon.members.internal.rules.WordPairs;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words by which members are found, and the halves of names by which these are found in spite of a slip. */
final class SearchIndex {
    private static final int AT_ONCE = 200;

    private final Connection connection;

    SearchIndex(Connection connection) {
        this.connection = connection;
    }

    /**
     * Somebody's words to be.
     *
     * @param codes the codes of all cards, normalised
     */
    record Entry(long memberId, String sortKey, MemberDraft details, Collection<String> codes) {
        /** The words and their pairs. */
        Set<String> words() {
            Set<String> words = SearchWords.of(details, codes);
            Set<String> pairs = WordPairs.of(words);
            pairs.addAll(words);
            return pairs;
        }
    }

    /** A word of somebody. */
    private record Row(String word, Entry of) {}

    /** Writes down the words of members that have none yet. */
    void add(List<Entry> entries) throws SQLException {
        // In the order of the index: neighbours go to the same page of it, which is then written once.
        List<Row> rows = entries.stream()
                .flatMap(entry -> entry.words().stream().map(word -> new Row(word, entry)))
                .sorted(Comparator.comparing(Row::word))
                .toList();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into greffon_members_word (member_id, word, sort_key) values (?, ?, ?)")) {
            for (Row row : rows) {
                insert.setLong(1, row.of().memberId());
                insert.setString(2, row.word());
                insert.setString(3, row.of().sortKey());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        addNames(entries);
    }

    /** Replaces the words of members. */
    void replace(List<Entry> entries) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from greffon_members_word where member_id = ?")) {
            for (Entry entry : entries) {
                delete.setLong(1, entry.memberId());
                delete.addBatch();
            }
            delete.executeBatch();
        }
        add(entries);
    }

    /** Forgets the words of a member. */
    void remove(long memberId) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from greffon_members_word where member_id = ?")) {
            delete.setLong(1, memberId);
            delete.executeUpdate();
        }
    }

    /**
     * Writes down new names. Two transactions may bring the same ones: each inserts in the same order, and after everything else, so that
     * neither waits for the other while the other waits for it.
     */
    private void addNames(List<Entry> entries) throws SQLException {
        Set<String> names = new TreeSet<>();
        entries.forEach(entry -> SearchWords.ofName(entry.details()).stream()
                .filter(Spelling::isForgiven)
                .forEach(names::add));
        names.removeAll(known(names));
        SortedMap<String, Set<String>> namesByHalf = new TreeMap<>();
        names.forEach(name -> Spelling.halves(name)
                .forEach(half -> namesByHalf
                        .computeIfAbsent(half, none -> new TreeSet<>())
                        .add(name)));
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into greffon_members_name_half (half, word) values (?, ?) on conflict do nothing")) {
            for (Map.Entry<String, Set<String>> half : namesByHalf.entrySet()) {
                for (String name : half.getValue()) {
                    insert.setString(1, half.getKey());
                    insert.setString(2, name);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private Set<String> known(Set<String> names) throws SQLException {
        Set<String> known = new HashSet<>();
        List<String> all = List.copyOf(names);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            String places = String.join(", ", Collections.nCopies(some.size(), "(?, ?)"));
            try (PreparedStatement select = connection.prepareStatement(
                    "select word from greffon_members_name_half where (half, word) in (" + places + ")")) {
                int place = 0;
                for (String name : some) {
                    select.setString(++place, Spelling.halves(name).get(0));
                    select.setString(++place, name);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        known.add(rows.getString(1));
                    }
                }
            }
        }
        return known;
    }
}
