package coop.greffon.members.internal.store;

import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.internal.rules.Finds;
import coop.greffon.members.internal.rules.SearchQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells of people who were found by what they were, where their names and numbers do not. */
final class FoundWords {
    private final Connection connection;
    private final SearchQuery query;

    FoundWords(Connection connection, MemberFilter filter) {
        this.connection = connection;
        this.query = SearchQuery.of(filter.query());
    }

    /** The same lines; words are read of those only that need it, and all at once. */
    List<MemberSummary> told(List<MemberSummary> found) throws SQLException {
        List<Long> untold = found.stream()
                .filter(one -> !Finds.areShown(query, one))
                .map(MemberSummary::id)
                .toList();
        if (untold.isEmpty()) {
            return found;
        }
        Map<Long, List<String>> words = words(untold);
        return found.stream()
                .map(one ->
                        words.containsKey(one.id()) ? one.withFoundBy(Finds.of(query, one, words.get(one.id()))) : one)
                .toList();
    }

    private Map<Long, List<String>> words(List<Long> ids) throws SQLException {
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        try (PreparedStatement select = connection.prepareStatement("select member_id, word from greffon_members_word"
                + " where member_id in (" + places + ") and word not like '&%' order by member_id, word")) {
            for (int i = 0; i < ids.size(); i++) {
                select.setLong(i + 1, ids.get(i));
            }
            Map<Long, List<String>> words = new HashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    words.computeIfAbsent(rows.getLong(1), id -> new ArrayList<>())
                            .add(rows.getString(2));
                }
            }
            return words;
        }
    }
}
