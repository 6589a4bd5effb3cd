package coop.greffon.core.internal.journal;

import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.persistence.Moments;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The SQL of one journal's two tables. */
final class JournalTable {
    private static final String COLUMNS =
            "chain, position, kind, effective_at, recorded_at, actor_kind, actor_account, actor_label, cause_key, amount,"
                    + " reverses, facts, personal, salt, personal_digest, previous_hash, hash";

    /** Of more, and of those in order, PostgreSQL goes through the whole table instead of looking them up. */
    private static final int CHAINS_AT_ONCE = 200;

    private final String entries;
    private final String chains;

    /**
     * @param module lower case letters
     * @param name lower case letters: both become part of SQL
     */
    JournalTable(String module, String name) {
        if (!module.matches("[a-z]+") || !name.matches("[a-z]+")) {
            throw new IllegalArgumentException("Not a journal: " + module + "." + name);
        }
        this.entries = "greffon_" + module + "_" + name;
        this.chains = entries + "_chain";
    }

    /** The row of a chain. */
    record Head(String chain, long length, long balance, String hash, long sealedLength) {}

    /** Locks a chain, beginning it where it is not there. */
    Head lock(Connection connection, String chain) throws SQLException {
        Optional<Head> head = lockIfThere(connection, chain);
        if (head.isPresent()) {
            return head.get();
        }
        Sql.update(
                connection,
                "insert into " + chains + " (chain, length, balance, hash, sealed_length) values (?, 0, 0, ?, 0)"
                        + " on conflict do nothing",
                chain,
                Hashes.NOTHING);
        return lockIfThere(connection, chain).orElseThrow();
    }

    Optional<Head> lockIfThere(Connection connection, String chain) throws SQLException {
        return heads(connection, "where chain = ? for update", chain).stream().findFirst();
    }

    /** The chains that grew since they were last sealed. */
    List<Head> grown(Connection connection) throws SQLException {
        return heads(connection, "where length > sealed_length");
    }

    private List<Head> heads(Connection connection, String where, Object... arguments) throws SQLException {
        String select = "select chain, length, balance, hash, sealed_length from " + chains + " " + where;
        try (PreparedStatement statement = Sql.prepare(connection, select, arguments);
                ResultSet row = statement.executeQuery()) {
            List<Head> heads = new ArrayList<>();
            while (row.next()) {
                heads.add(new Head(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4), row.getLong(5)));
            }
            return heads;
        }
    }

    void sealed(Connection connection, Head head) throws SQLException {
        Sql.update(
                connection, "update " + chains + " set sealed_length = ? where chain = ?", head.length(), head.chain());
    }

    List<String> chains(Connection connection, String after, int most) throws SQLException {
        String select = "select chain from " + chains + " where chain > ? order by chain limit ?";
        try (PreparedStatement statement = Sql.prepare(connection, select, after, most);
                ResultSet row = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    void append(Connection connection, EntryRow row) throws SQLException {
        Sql.update(
                connection,
                "insert into " + entries + " (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.chain(),
                row.position(),
                row.kind(),
                row.effectiveAt(),
                row.recordedAt(),
                row.actorKind(),
                row.actorAccount(),
                row.actorLabel(),
                row.causeKey(),
                row.amount(),
                row.reverses(),
                row.facts(),
                row.personal(),
                row.salt(),
                row.personalDigest(),
                row.previousHash(),
                row.hash());
        Sql.update(
                connection,
                "update " + chains + " set length = ?, balance = balance + ?, hash = ? where chain = ?",
                row.position(),
                row.amount(),
                row.hash(),
                row.chain());
    }

    Optional<EntryRow> ofCause(Connection connection, String causeKey) throws SQLException {
        return rows(connection, "where cause_key = ?", causeKey).stream().findFirst();
    }

    Optional<EntryRow> at(Connection connection, String chain, long position) throws SQLException {
        return rows(connection, "where chain = ? and position = ?", chain, position).stream()
                .findFirst();
    }

    boolean isReversed(Connection connection, String chain, long position) throws SQLException {
        return !rows(connection, "where chain = ? and reverses = ?", chain, position)
                .isEmpty();
    }

    List<EntryRow> after(Connection connection, String chain, long position, int most) throws SQLException {
        return rows(connection, "where chain = ? and position > ? order by position limit ?", chain, position, most);
    }

    /** All of some chains, in no order. */
    List<EntryRow> whole(Connection connection, Collection<String> chains) throws SQLException {
        List<String> all = List.copyOf(chains);
        List<EntryRow> rows = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHAINS_AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + CHAINS_AT_ONCE));
            String places = String.join(", ", Collections.nCopies(some.size(), "?"));
            rows.addAll(rows(connection, "where chain in (" + places + ")", some.toArray()));
        }
        return rows;
    }

    int erase(Connection connection, String chain, long position) throws SQLException {
        return Sql.update(
                connection,
                "update " + entries + " set personal = null, salt = null"
                        + " where chain = ? and position = ? and personal is not null",
                chain,
                position);
    }

    private List<EntryRow> rows(Connection connection, String where, Object... arguments) throws SQLException {
        String select = "select " + COLUMNS + " from " + entries + " " + where;
        try (PreparedStatement statement = Sql.prepare(connection, select, arguments);
                ResultSet row = statement.executeQuery()) {
            List<EntryRow> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(read(row));
            }
            return rows;
        }
    }

    /** By their places: looking names up takes longer than the rest where there are many rows. */
    private static EntryRow read(ResultSet row) throws SQLException {
        return new EntryRow(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                Moments.instant(row.getObject(4, OffsetDateTime.class)),
                Moments.instant(row.getObject(5, OffsetDateTime.class)),
                row.getString(6),
                row.getObject(7, Long.class),
                row.getString(8),
                row.getString(9),
                row.getLong(10),
                row.getObject(11, Long.class),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17));
    }
}
