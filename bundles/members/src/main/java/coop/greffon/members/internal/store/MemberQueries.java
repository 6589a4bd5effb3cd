package coop.greffon.members.internal.store;

import coop.greffon.members.ExternalId;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.StatusChange;
import coop.greffon.members.internal.rules.SortKeys;
import coop.greffon.members.internal.rules.StatusJournal;
import coop.greffon.members.internal.store.MemberSearch.Found;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;

/** What is asked about members without changing anything. */
final class MemberQueries {
    private final JpaTemplate jpa;
    private final DataSource dataSource;

    MemberQueries(JpaTemplate jpa, DataSource dataSource) {
        this.jpa = jpa;
        this.dataSource = dataSource;
    }

    Optional<Member> find(long id) {
        return jpa.txExpr(TransactionType.Supports, em -> Optional.ofNullable(read(em, id)));
    }

    Optional<Member> findByNumber(String number) {
        // The key by which numbers are sorted has an index on every database; few numbers share one.
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select m.id from StoredMember m where m.numberKey = :key"
                                        + " and lower(m.number) = lower(:number) order by m.id",
                                Long.class)
                        .setParameter("key", SortKeys.ofNumber(number.strip()))
                        .setParameter("number", number.strip())
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst()
                        .map(id -> read(em, id)));
    }

    Optional<Member> findByExternalId(ExternalId externalId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> Optional.ofNullable(em.find(StoredExternalId.class, new StoredExternalId.Key(externalId)))
                        .map(found -> read(em, found.memberId())));
    }

    /** The record, or the one it was merged into. */
    private static Member read(EntityManager em, long id) {
        Member member = new MemberReader(em).read(List.of(id)).get(id);
        Long survivor = member == null ? null : em.find(StoredMember.class, id).mergedInto();
        return survivor == null
                ? member
                : new MemberReader(em).read(List.of(survivor)).get(survivor);
    }

    Map<Long, Member> findAll(List<Long> ids) {
        return jpa.txExpr(TransactionType.Supports, em -> {
            Map<Long, Member> found = new LinkedHashMap<>(new MemberReader(em).read(ids));
            found.keySet().removeIf(id -> em.find(StoredMember.class, id).mergedInto() != null);
            return found;
        });
    }

    Map<Long, MemberSummary> summaries(List<Long> ids) {
        return sql(connection -> {
            var list = new MemberList(connection);
            Map<Long, Long> survivors = list.survivors(ids);
            List<Long> wanted = ids.stream()
                    .map(id -> survivors.getOrDefault(id, id))
                    .distinct()
                    .toList();
            Map<Long, MemberSummary> found =
                    list.rows(wanted).stream().collect(Collectors.toMap(MemberSummary::id, summary -> summary));
            Map<Long, MemberSummary> summaries = new LinkedHashMap<>();
            ids.forEach(id -> {
                MemberSummary summary = found.get(survivors.getOrDefault(id, id));
                if (summary != null) {
                    summaries.put(id, summary);
                }
            });
            return summaries;
        });
    }

    MemberPage list(MemberFilter filter, MemberOrder order, int skip, int most) {
        return sql(connection -> {
            var list = new MemberList(connection);
            if (filter.query() != null) {
                Found page = new MemberSearch(connection, filter).page(skip, most);
                List<MemberSummary> found = list.rows(page.ids());
                return new MemberPage(new FoundWords(connection, filter).told(found), page.total());
            }
            List<MemberSummary> rows = list.rows(filter, order, skip, most);
            boolean tallied = filter.tag() == null && filter.kind() == null;
            return new MemberPage(
                    rows,
                    tallied ? new MemberPage.Total(tallied(connection, filter.standing()), true) : list.total(filter));
        });
    }

    private static long tallied(Connection connection, Standing standing) throws SQLException {
        Map<Standing, Long> totals = new Tally(connection).read();
        return standing == null
                ? totals.values().stream().mapToLong(Long::longValue).sum()
                : totals.get(standing);
    }

    long count(MemberFilter filter) {
        return sql(connection -> filter.query() == null
                ? new MemberList(connection).count(filter)
                : new MemberSearch(connection, filter).count());
    }

    Map<Standing, Long> totals() {
        return sql(connection -> new Tally(connection).read());
    }

    StatusJournal journal(long id) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> new StatusJournal(
                        new MemberReader(em).statuses(List.of(id)).getOrDefault(id, List.of())));
    }

    Map<Long, List<StatusChange>> journals(Collection<Long> ids) {
        Map<Long, List<StatusChange>> journals = new LinkedHashMap<>();
        jpa.txExpr(TransactionType.Supports, em -> new MemberReader(em).statuses(ids))
                .forEach((id, changes) -> journals.put(id, new StatusJournal(changes).newestFirst()));
        return journals;
    }

    List<String> tags() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select distinct t.name from StoredTag t order by t.name", String.class)
                        .getResultList());
    }

    @FunctionalInterface
    private interface Reading<R> {
        R from(Connection connection) throws SQLException;
    }

    private <R> R sql(Reading<R> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("Members cannot be read: " + failed.getMessage(), failed);
        }
    }
}
