package coop.greffon.members.internal.store;

import coop.greffon.core.file.FileStore;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.StatusChange;
import coop.greffon.members.internal.rules.SortKeys;
import coop.greffon.members.internal.rules.StatusJournal;
import coop.greffon.members.internal.store.SearchIndex.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks what is kept beside the records, to be quick, against the records themselves. */
@Component(service = RecordCheck.class)
public final class RecordCheck {
    private static final int AT_ONCE = 500;
    private static final String MODULE = "members";

    private final JpaTemplate jpa;
    private final FileStore files;
    private final Clock clock;

    @Activate
    public RecordCheck(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference FileStore files,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.files = files;
        this.clock = clock;
    }

    /**
     * Something that is not as it should be.
     *
     * @param check what was checked: {@code total}, {@code words}, {@code order}, {@code status}, {@code photo} or {@code merged}
     * @param record which record, or for a total which standing
     * @param expected what the records say
     * @param found what is kept
     */
    public record Fault(String check, String record, String expected, String found) {}

    /** How many records there are to check. */
    public long records() {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery("select count(m) from StoredMember m", Long.class)
                        .getSingleResult());
    }

    /** All that is wrong; empty where nothing is. */
    public List<Fault> faults() {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<Fault> faults = new ArrayList<>();
            Map<Standing, Long> counted = new EnumMap<>(Standing.class);
            long last = 0;
            List<StoredMember> rows = batch(em, last);
            while (!rows.isEmpty()) {
                check(em, rows, counted, faults);
                last = rows.get(rows.size() - 1).id();
                em.clear();
                rows = batch(em, last);
            }
            for (Map.Entry<Standing, Long> kept : totals(em).entrySet()) {
                long expected = counted.getOrDefault(kept.getKey(), 0L);
                compare(faults, "total", kept.getKey().name(), expected, kept.getValue());
            }
            return faults;
        });
    }

    private static List<StoredMember> batch(EntityManager em, long after) {
        return em.createQuery("select m from StoredMember m where m.id > :after order by m.id", StoredMember.class)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    private void check(EntityManager em, List<StoredMember> rows, Map<Standing, Long> counted, List<Fault> faults) {
        List<Long> ids = rows.stream().map(StoredMember::id).toList();
        var reader = new MemberReader(em);
        Map<Long, Member> members = reader.read(ids);
        Map<Long, List<StatusChange>> statuses = reader.statuses(ids);
        Map<Long, Set<String>> words = words(em, ids);
        for (StoredMember row : rows) {
            Member member = members.get(row.id());
            Set<String> found = words.getOrDefault(row.id(), Set.of());
            if (row.mergedInto() == null) {
                counted.merge(Standing.of(row.status()), 1L, Long::sum);
                check(row, member, statuses.getOrDefault(row.id(), List.of()), found, faults);
            } else {
                compare(faults, "merged", record(row), Set.of(), found);
            }
        }
    }

    private void check(
            StoredMember row, Member member, List<StatusChange> statuses, Set<String> words, List<Fault> faults) {
        List<String> codes = member.cards().stream().map(card -> card.code()).toList();
        Set<String> expected = new TreeSet<>(new Entry(row.id(), row.sortKey(), member.details(), codes).words());
        compare(faults, "words", record(row), expected, words);
        compare(faults, "order", record(row), SortKeys.ofName(member.details()), row.sortKey());
        String status = new StatusJournal(statuses)
                .on(LocalDate.now(clock))
                .map(change -> change.status() + " " + change.on())
                .orElse(null);
        compare(
                faults,
                "status",
                record(row),
                status,
                row.status() == null ? null : row.status() + " " + row.statusSince());
        if (row.photo() != null) {
            String kept = files.find(MODULE, "member/" + row.id() + "/photo")
                    .map(file -> file.sha256().substring(0, row.photo().length()))
                    .orElse(null);
            compare(faults, "photo", record(row), row.photo(), kept);
        }
    }

    private static String record(StoredMember row) {
        return Long.toString(row.id());
    }

    private static void compare(List<Fault> faults, String check, String record, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            faults.add(new Fault(check, record, String.valueOf(expected), String.valueOf(found)));
        }
    }

    private static Map<Standing, Long> totals(EntityManager em) {
        try {
            return new Tally(em.unwrap(Connection.class)).read();
        } catch (SQLException failed) {
            throw new IllegalStateException("The totals cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static Map<Long, Set<String>> words(EntityManager em, List<Long> ids) {
        String sql = "select member_id, word from greffon_members_word where member_id between ? and ?";
        Map<Long, Set<String>> words = new HashMap<>();
        try (PreparedStatement select = em.unwrap(Connection.class).prepareStatement(sql)) {
            select.setLong(1, ids.get(0));
            select.setLong(2, ids.get(ids.size() - 1));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    words.computeIfAbsent(row.getLong(1), id -> new TreeSet<>()).add(row.getString(2));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The words cannot be read: " + failed.getMessage(), failed);
        }
        return words;
    }
}
