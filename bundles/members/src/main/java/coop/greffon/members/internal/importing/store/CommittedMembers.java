package coop.greffon.members.internal.importing.store;

import coop.greffon.members.Member;
import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.Link;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.NameKeys;
import coop.greffon.members.internal.importing.plan.ExistingMembers;
import coop.greffon.members.internal.rules.Folding;
import coop.greffon.members.internal.store.Belongings;
import coop.greffon.members.internal.store.MemberReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/**
 * Members as everybody sees them, in a transaction apart: what an import has written so far is not among them, so that lines are
 * compared with what was there when it began.
 */
public final class CommittedMembers implements ExistingMembers {
    private static final int LONGEST_WORD = 100;

    private final JpaTemplate jpa;
    private final Aside aside;
    private final String source;
    private final LocalDate today;

    /** Members by the identifiers of a program, such as {@code odoo}. */
    public CommittedMembers(JpaTemplate jpa, Aside aside, String source, LocalDate today) {
        this.jpa = jpa;
        this.aside = aside;
        this.source = source;
        this.today = today;
    }

    @Override
    public List<StoredMember> find(Keys keys) {
        return apart(em -> {
            var successors = successors(em, keys.recordIds());
            var ids = ids(em, keys);
            ids.addAll(successors.values());
            var reader = new MemberReader(em);
            var members = reader.read(ids);
            var journals = reader.statuses(ids);
            var links = new Belongings(em, today).of(ids);
            return ids.stream()
                    .map(id -> stored(
                            members.get(id),
                            former(id, successors),
                            StoredDetails.of(members.get(id), journals.getOrDefault(id, List.of()), source, today),
                            links.getOrDefault(id, List.of())))
                    .toList();
        });
    }

    private <T> T apart(Function<EntityManager, T> reading) {
        return aside.ask(() -> jpa.txExpr(TransactionType.Required, reading::apply));
    }

    private static Set<Long> former(long id, Map<Long, Long> successors) {
        return successors.entrySet().stream()
                .filter(successor -> successor.getValue() == id && successor.getKey() != id)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private StoredMember stored(
            Member member, Set<Long> formerIds, MemberDetails details, List<Belongings.Belonging> belongings) {
        var links = belongings.stream()
                .map(belonging -> new Link(
                        belonging.isHousehold() ? Link.Role.CO_MEMBER : Link.Role.CONTACT_PERSON,
                        new Link.Stored(belonging.to(), belonging.name())))
                .toList();
        return new StoredMember(
                member.id(), formerIds, member.revision(), details, StoredDetails.externalIds(member, source), links);
    }

    /** The records of some identifiers, those they were merged into for those that were. */
    private static Map<Long, Long> successors(EntityManager em, Set<Long> recordIds) {
        var successors = new HashMap<Long, Long>();
        if (recordIds.isEmpty()) {
            return successors;
        }
        em.createQuery("select m.id, m.mergedInto from StoredMember m where m.id in :ids", Object[].class)
                .setParameter("ids", recordIds)
                .getResultList()
                .forEach(row -> successors.put((Long) row[0], (Long) (row[1] == null ? row[0] : row[1])));
        return successors;
    }

    /** Whole records by their identifiers. */
    public Map<Long, Member> records(Collection<Long> ids) {
        return apart(em -> new MemberReader(em).read(ids));
    }

    private Set<Long> ids(EntityManager em, Keys keys) {
        try {
            var connection = em.unwrap(Connection.class);
            var ids = new LinkedHashSet<Long>();
            // Of any source, since databases would rather go through all of one than look each up.
            ids.addAll(select(
                    connection,
                    "select member_id from greffon_members_external_id where external_id = any (?)",
                    keys.externalIds()));
            ids.addAll(
                    select(connection, "select id from greffon_members_member where number = any (?)", keys.numbers()));
            ids.addAll(select(
                    connection, "select member_id from greffon_members_card where code = any (?)", keys.cards()));
            ids.addAll(select(
                    connection,
                    "select member_id from greffon_members_word where word = any (?)",
                    keys.mails().stream()
                            .map(Folding::letters)
                            .map(CommittedMembers::shortened)
                            .collect(Collectors.toSet())));
            ids.addAll(named(connection, keys.nameKeys()));
            return ids;
        } catch (SQLException failed) {
            throw new IllegalStateException("Members cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Of each name the longest word, which few people share, finds those whose whole name is then compared. */
    private static Set<Long> named(Connection connection, Set<String> nameKeys) throws SQLException {
        var words = nameKeys.stream()
                .map(key -> Arrays.stream(key.split(" "))
                        .max(Comparator.comparingInt(String::length))
                        .orElse(""))
                .filter(word -> !word.isEmpty())
                .map(CommittedMembers::shortened)
                .collect(Collectors.toSet());
        var found = new LinkedHashSet<Long>();
        read(
                connection,
                "select m.id, m.given_name, m.family_name, m.organisation_name from greffon_members_word w"
                        + " join greffon_members_member m on m.id = w.member_id where w.word = any (?)",
                words,
                row -> {
                    var name = Stream.of(row.getString(2), row.getString(3), row.getString(4))
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" "));
                    if (nameKeys.contains(NameKeys.of(name))) {
                        found.add(row.getLong(1));
                    }
                });
        return found;
    }

    private static String shortened(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static Set<Long> select(Connection connection, String query, Collection<String> keys) throws SQLException {
        var found = new LinkedHashSet<Long>();
        read(connection, query, keys, row -> found.add(row.getLong(1)));
        return found;
    }

    private static void read(Connection connection, String query, Collection<String> keys, RowReader reader)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    @Override
    public Map<Long, List<FurtherAddress>> addressesOf(Collection<Long> memberIds) {
        return apart(em -> {
            var addresses = new HashMap<Long, List<FurtherAddress>>();
            new MemberReader(em).read(memberIds).forEach((id, member) -> addresses.put(id, further(member)));
            return addresses;
        });
    }

    private static List<FurtherAddress> further(Member member) {
        return member.details().addresses().stream()
                .map(StoredDetails::further)
                .flatMap(Optional::stream)
                .toList();
    }
}
