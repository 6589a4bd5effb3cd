package coop.greffon.members.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.members.CardCodes;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardState;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.NewMember;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.rules.SortKeys;
import coop.greffon.members.internal.rules.StatusJournal;
import coop.greffon.members.internal.store.SearchIndex.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;

/** Writes whole records, many at once, with all that is derived from them: sort keys, words, totals. What it writes was checked. */
final class MemberWriter {
    private final EntityManager em;
    private final Instant now;
    private final LocalDate today;
    private final Actor by;
    private final Map<Standing, Long> deferred;

    MemberWriter(EntityManager em, Instant now, LocalDate today, Actor by) {
        this(em, now, today, by, null);
    }

    /**
     * A writer of a long transaction.
     *
     * @param deferred gathers by how much the totals change, instead of changing them at once; null changes them
     */
    MemberWriter(EntityManager em, Instant now, LocalDate today, Actor by, Map<Standing, Long> deferred) {
        this.em = em;
        this.now = now;
        this.today = today;
        this.by = by;
        this.deferred = deferred;
    }

    /** Writes members down; their rows are in the order given. */
    List<StoredMember> insert(List<NewMember> members) {
        List<StoredMember> stored = new ArrayList<>(members.size());
        Map<Standing, Long> more = new EnumMap<>(Standing.class);
        for (NewMember member : members) {
            var row = new StoredMember(member.details(), now);
            current(member.statuses()).ifPresent(status -> row.setStatus(status.status(), status.on()));
            em.persist(row);
            stored.add(row);
            more.merge(Standing.of(row.status()), 1L, Long::sum);
        }
        // The database checks that the rows of a member come after the member, and we do not map what belongs to whom.
        em.flush();
        List<Entry> entries = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            entries.add(persistParts(stored.get(i), members.get(i)));
        }
        em.flush();
        onConnection(connection -> new SearchIndex(connection).add(entries));
        // At the end, since others wait for a total from then on.
        count(more);
        return stored;
    }

    private Entry persistParts(StoredMember row, NewMember member) {
        long id = row.id();
        MemberDraft details = member.details();
        for (int i = 0; i < details.mails().size(); i++) {
            em.persist(new StoredMail(id, i, details.mails().get(i)));
        }
        for (int i = 0; i < details.phones().size(); i++) {
            em.persist(new StoredPhone(id, i, details.phones().get(i)));
        }
        for (int i = 0; i < details.addresses().size(); i++) {
            em.persist(new StoredAddress(id, i, details.addresses().get(i)));
        }
        details.tags().forEach(tag -> em.persist(new StoredTag(id, tag)));
        member.externalIds().forEach(externalId -> em.persist(new StoredExternalId(externalId, id)));
        member.statuses().stream()
                .sorted(Comparator.comparing(StatusDraft::on))
                .forEach(status -> em.persist(new StoredStatusChange(id, status, now, by)));
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < member.cards().size(); i++) {
            CardDraft draft = member.cards().get(i);
            var card = new StoredCard(CardCodes.normalise(draft.code()), draft.kind(), id, draft.from(), now);
            if (i < member.cards().size() - 1) {
                card.end(CardState.REPLACED, member.cards().get(i + 1).from(), null);
            }
            em.persist(card);
            codes.add(card.code());
        }
        return new Entry(id, row.sortKey(), details, codes);
    }

    private Optional<StatusChange> current(List<StatusDraft> statuses) {
        List<StatusChange> changes = statuses.stream()
                .sorted(Comparator.comparing(StatusDraft::on))
                .map(draft -> new StatusChange(draft.status(), draft.on(), draft.reason(), now, by.label()))
                .toList();
        return new StatusJournal(changes).on(today);
    }

    /** A change of somebody's details to be. */
    record Edit(StoredMember row, Member before, MemberDraft after) {}

    /** Replaces the details of members whose rows are locked. */
    void update(List<Edit> edits) {
        List<Entry> entries = new ArrayList<>();
        for (Edit edit : edits) {
            long id = edit.row().id();
            MemberDraft before = edit.before().details();
            MemberDraft after = edit.after();
            edit.row().change(after);
            reconcile(StoredMail.class, id, before.mails(), after.mails(), (i, mail) -> new StoredMail(id, i, mail));
            reconcile(
                    StoredPhone.class,
                    id,
                    before.phones(),
                    after.phones(),
                    (i, phone) -> new StoredPhone(id, i, phone));
            reconcile(
                    StoredAddress.class,
                    id,
                    before.addresses(),
                    after.addresses(),
                    (i, address) -> new StoredAddress(id, i, address));
            reconcileTags(id, before.tags(), after.tags());
            List<String> codes =
                    edit.before().cards().stream().map(card -> card.code()).toList();
            if (!new Entry(id, "", before, codes).words().equals(new Entry(id, "", after, codes).words())
                    || !SortKeys.ofName(before).equals(SortKeys.ofName(after))) {
                entries.add(new Entry(id, edit.row().sortKey(), after, codes));
            }
        }
        em.flush();
        onConnection(connection -> new SearchIndex(connection).replace(entries));
    }

    private <T, P extends Placed<T>> void reconcile(
            Class<P> type, long id, List<T> before, List<T> after, BiFunction<Integer, T, P> maker) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            if (i >= before.size()) {
                em.persist(maker.apply(i, after.get(i)));
            } else if (i >= after.size()) {
                em.remove(em.find(type, new Place(id, i)));
            } else if (!before.get(i).equals(after.get(i))) {
                em.find(type, new Place(id, i)).write(after.get(i));
            }
        }
    }

    private void reconcileTags(long id, List<String> before, List<String> after) {
        before.stream()
                .filter(tag -> !after.contains(tag))
                .forEach(tag -> em.remove(em.find(StoredTag.class, new StoredTag.Key(id, tag))));
        after.stream().filter(tag -> !before.contains(tag)).forEach(tag -> em.persist(new StoredTag(id, tag)));
    }

    /** Adds an entry to the journal of a member whose row is locked. */
    void changeStatus(StoredMember row, List<StatusChange> before, StatusDraft change) {
        em.persist(new StoredStatusChange(row.id(), change, now, by));
        List<StatusChange> after = new ArrayList<>(before);
        after.add(new StatusChange(change.status(), change.on(), change.reason(), now, by.label()));
        StatusChange current = new StatusJournal(after).on(today).orElseThrow();
        Standing old = Standing.of(row.status());
        row.setStatus(current.status(), current.on());
        Standing fresh = Standing.of(row.status());
        em.flush();
        if (old != fresh) {
            count(Map.of(old, -1L, fresh, 1L));
        }
    }

    private void count(Map<Standing, Long> differences) {
        if (deferred == null) {
            onConnection(connection -> new Tally(connection).add(differences));
        } else {
            differences.forEach((standing, difference) -> deferred.merge(standing, difference, Long::sum));
        }
    }

    /** Writes the words of a member again, after a card came or went. */
    void reindex(StoredMember row, Member member) {
        List<String> codes = member.cards().stream().map(card -> card.code()).toList();
        em.flush();
        onConnection(connection -> new SearchIndex(connection)
                .replace(List.of(new Entry(row.id(), row.sortKey(), member.details(), codes))));
    }

    @FunctionalInterface
    interface SqlWork {
        void on(Connection connection) throws SQLException;
    }

    /** Runs SQL within the transaction of the persistence unit. */
    void onConnection(SqlWork work) {
        try {
            work.on(em.unwrap(Connection.class));
        } catch (SQLException failed) {
            throw new IllegalStateException("The database refused: " + failed.getMessage(), failed);
        }
    }
}
