package coop.greffon.core.internal.journal;

import coop.greffon.core.internal.journal.JournalTable.Head;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.message.Text;
import coop.greffon.core.signing.DetachedSignature;
import coop.greffon.core.signing.Signing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Signed statements of where each chain has got to; each names the one before. */
final class Seals {
    private final Signing signing;
    private final Clock clock;

    Seals(Signing signing, Clock clock) {
        this.signing = signing;
        this.clock = clock;
    }

    private record Root(long number, Instant madeAt, String previousHash, String hash, DetachedSignature signature) {}

    private record Mark(String chain, long length, String hash) {}

    void add(Connection connection, String journal, List<Head> grown) throws SQLException {
        Root last = last(connection, journal);
        List<Mark> marks = grown.stream()
                .map(head -> new Mark(head.chain(), head.length(), head.hash()))
                .sorted(Comparator.comparing(Mark::chain))
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String hash = hash(journal, last.number() + 1, now, last.hash(), marks);
        DetachedSignature signature = signing.sign(HexFormat.of().parseHex(hash));
        Sql.update(
                connection,
                "insert into greffon_core_root (journal, number, made_at, previous_hash, hash, key_id, signature)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                journal,
                last.number() + 1,
                now,
                last.hash(),
                hash,
                signature.keyId(),
                signature.value());
        insert(connection, journal, last.number() + 1, marks);
    }

    private static void insert(Connection connection, String journal, long number, List<Mark> marks)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into greffon_core_root_mark (journal, number, chain, length, hash) values (?, ?, ?, ?, ?)")) {
            for (Mark mark : marks) {
                insert.setString(1, journal);
                insert.setLong(2, number);
                insert.setString(3, mark.chain());
                insert.setLong(4, mark.length());
                insert.setString(5, mark.hash());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Root last(Connection connection, String journal) throws SQLException {
        List<Root> roots = roots(connection, "where journal = ? order by number desc limit 1", journal);
        return roots.isEmpty() ? new Root(0, null, null, Hashes.NOTHING, null) : roots.get(0);
    }

    private static List<Root> roots(Connection connection, String where, Object... arguments) throws SQLException {
        String select =
                "select number, made_at, previous_hash, hash, key_id, signature from greffon_core_root " + where;
        try (PreparedStatement statement = Sql.prepare(connection, select, arguments);
                ResultSet row = statement.executeQuery()) {
            List<Root> roots = new ArrayList<>();
            while (row.next()) {
                roots.add(new Root(
                        row.getLong("number"),
                        Sql.instant(row, "made_at"),
                        row.getString("previous_hash"),
                        row.getString("hash"),
                        new DetachedSignature(row.getString("key_id"), row.getString("signature"))));
            }
            return roots;
        }
    }

    /** What was signed of a chain: hashes by length. */
    SortedMap<Long, String> marks(Connection connection, String journal, String chain) throws SQLException {
        String select = "select length, hash from greffon_core_root_mark where journal = ? and chain = ?";
        try (PreparedStatement statement = Sql.prepare(connection, select, journal, chain);
                ResultSet row = statement.executeQuery()) {
            SortedMap<Long, String> marks = new TreeMap<>();
            while (row.next()) {
                marks.put(row.getLong(1), row.getString(2));
            }
            return marks;
        }
    }

    private static List<Mark> marks(Connection connection, String journal, long number) throws SQLException {
        String select = "select chain, length, hash from greffon_core_root_mark where journal = ? and number = ?";
        try (PreparedStatement statement = Sql.prepare(connection, select, journal, number);
                ResultSet row = statement.executeQuery()) {
            List<Mark> marks = new ArrayList<>();
            while (row.next()) {
                marks.add(new Mark(row.getString(1), row.getLong(2), row.getString(3)));
            }
            marks.sort(Comparator.comparing(Mark::chain));
            return marks;
        }
    }

    Optional<Text> verify(Connection connection, String journal) throws SQLException {
        Root before = new Root(0, null, null, Hashes.NOTHING, null);
        for (Root root : roots(connection, "where journal = ? order by number", journal)) {
            if (root.number() != before.number() + 1 || !root.previousHash().equals(before.hash())) {
                return Optional.of(Text.of("core.journal.seal.missing", before.number() + 1));
            }
            List<Mark> marks = marks(connection, journal, root.number());
            String hash = hash(journal, root.number(), root.madeAt(), root.previousHash(), marks);
            if (!hash.equals(root.hash()) || !signing.verify(HexFormat.of().parseHex(hash), root.signature())) {
                return Optional.of(Text.of("core.journal.seal.forged", root.number()));
            }
            before = root;
        }
        return Optional.empty();
    }

    private static String hash(String journal, long number, Instant madeAt, String previous, List<Mark> marks) {
        List<List<Object>> lines = marks.stream()
                .map(mark -> List.<Object>of(mark.chain(), mark.length(), mark.hash()))
                .toList();
        return Hashes.sha256(Hashes.json(List.of(journal, number, Hashes.micros(madeAt), previous, lines)));
    }
}
