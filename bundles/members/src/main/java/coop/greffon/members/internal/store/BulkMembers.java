package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.CardCodes;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardState;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.account.AccountLogins;
import coop.greffon.members.internal.rules.MemberChanges;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;

/**
 * Writes down and changes many members within one transaction: few statements for many members, one entry in the history of each, and
 * none of them kept in memory. What it is given was checked.
 */
public final class BulkMembers {
    /** So many new members make the database's knowledge of its tables stale. */
    private static final int MANY = 1_000;

    private final EntityManager em;
    private final Audit audit;
    private final AccountLogins logins;
    private final Instant now;
    private final LocalDate today;
    private final Actor by;
    private final MemberWriter writer;
    private final Map<Standing, Long> differences = new EnumMap<>(Standing.class);
    private int added;

    public BulkMembers(EntityManager em, Audit audit, AccountLogins logins, Instant now, LocalDate today, Actor by) {
        this.em = em;
        this.audit = audit;
        this.logins = logins;
        this.now = now;
        this.today = today;
        this.by = by;
        this.writer = new MemberWriter(em, now, today, by, differences);
    }

    /** Whom somebody is bound to. */
    public sealed interface Bond {
        /** The person or organisation at the other end. */
        long to();
    }

    /** A person of the household of another, who holds it. */
    public record CoMember(long to) implements Bond {}

    /** A person to talk to at an organisation. */
    public record ContactOf(long to) implements Bond {}

    /**
     * Somebody to be written down.
     *
     * @param bond whom the person is bound to, null for nobody
     */
    public record Addition(NewMember member, Bond bond) {}

    /**
     * What becomes of somebody.
     *
     * @param revision the revision it was worked out from, absent where any will do
     * @param details the details to be, from those there are
     * @param statuses further entries of the journal of statuses, from the status held now, null for none, and the entries there are
     * @param cards codes of cards, of which some may be there already; the last new one becomes the active one
     * @param externalId what another program calls them, null for nothing new
     * @param bond whom the person is to be bound to, null to leave it as it is
     */
    public record Correction(
            OptionalLong revision,
            UnaryOperator<MemberDraft> details,
            BiFunction<MemberStatus, List<StatusChange>, List<StatusDraft>> statuses,
            List<CardDraft> cards,
            ExternalId externalId,
            Bond bond) {
        public Correction {
            cards = List.copyOf(cards);
        }
    }

    /** Writes members down; their ids are in the order given. */
    public List<Long> add(List<Addition> additions) {
        List<Long> ids = writer.insert(additions.stream().map(Addition::member).toList()).stream()
                .map(StoredMember::id)
                .toList();
        Map<Long, Bond> bonds = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            if (additions.get(i).bond() != null) {
                bonds.put(ids.get(i), additions.get(i).bond());
            }
        }
        Map<Long, FieldChange> bound = new Bonds(em, audit, now, today, by).tie(bonds);
        Map<String, List<FieldChange>> changes = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            List<FieldChange> own =
                    new ArrayList<>(MemberChanges.of(additions.get(i).member().details()));
            if (bound.containsKey(ids.get(i))) {
                own.add(bound.get(ids.get(i)));
            }
            changes.put(ids.get(i).toString(), own);
        }
        audit.recordAll(by, "members.audit.created", JpaMembers.RECORD, changes);
        added += ids.size();
        em.flush();
        em.clear();
        return ids;
    }

    /**
     * Changes members.
     *
     * @param corrections by id
     * @throws Refused where somebody changed the details of one of them since its correction was worked out
     */
    public void change(Map<Long, Correction> corrections) {
        // Locked in the order of their ids, so that two who change the same ones wait instead of blocking each other.
        Map<Long, StoredMember> rows = new LinkedHashMap<>();
        corrections.keySet().stream().sorted().forEach(id -> rows.put(id, JpaMembers.lock(em, id)));
        rows.forEach((id, row) -> {
            if (corrections.get(id).revision().orElse(row.revision()) != row.revision()) {
                throw new Refused(Text.of("members.import.run.collision"));
            }
        });
        var reader = new MemberReader(em);
        Map<Long, Member> before = reader.read(rows.keySet());
        Map<Long, List<StatusChange>> journals = reader.statuses(rows.keySet());
        Map<Long, List<FieldChange>> changes = new LinkedHashMap<>();
        rows.keySet().forEach(id -> changes.put(id, new ArrayList<>()));
        List<MemberWriter.Edit> edits = edits(corrections, rows, before, changes);
        rows.forEach((id, row) -> {
            Correction correction = corrections.get(id);
            changes.get(id).addAll(changeStatus(row, journals.getOrDefault(id, List.of()), correction));
            changes.get(id).addAll(giveCards(row, before.get(id), correction.cards()));
            changes.get(id).addAll(call(id, before.get(id), correction.externalId()));
        });
        Map<Long, Bond> bonds = new LinkedHashMap<>();
        corrections.forEach((id, correction) -> {
            if (correction.bond() != null) {
                bonds.put(id, correction.bond());
            }
        });
        new Bonds(em, audit, now, today, by)
                .tie(bonds)
                .forEach((id, change) -> changes.get(id).add(change));
        record(changes, edits.stream().map(edit -> edit.row().id()).collect(Collectors.toSet()));
        edits.forEach(edit -> logins.follow(edit.before(), edit.after(), by));
        em.flush();
        em.clear();
    }

    private List<MemberWriter.Edit> edits(
            Map<Long, Correction> corrections,
            Map<Long, StoredMember> rows,
            Map<Long, Member> before,
            Map<Long, List<FieldChange>> changes) {
        List<MemberWriter.Edit> edits = new ArrayList<>();
        rows.forEach((id, row) -> {
            MemberDraft old = before.get(id).details();
            MemberDraft after = corrections.get(id).details().apply(old);
            if (!after.equals(old)) {
                edits.add(new MemberWriter.Edit(row, before.get(id), after));
                changes.get(id).addAll(MemberChanges.between(old, after));
            }
        });
        writer.update(edits);
        return edits;
    }

    private List<FieldChange> changeStatus(StoredMember row, List<StatusChange> journal, Correction correction) {
        List<FieldChange> changes = new ArrayList<>();
        List<StatusChange> so = new ArrayList<>(journal);
        for (StatusDraft draft : correction.statuses().apply(row.status(), journal)) {
            String old = row.status() == null ? null : row.status().name();
            writer.changeStatus(row, so, draft);
            so.add(new StatusChange(draft.status(), draft.on(), draft.reason(), now, by.label()));
            changes.add(new FieldChange("status", old, draft.status().name()));
            changes.add(new FieldChange("on", null, draft.on().toString()));
        }
        return changes;
    }

    private List<FieldChange> giveCards(StoredMember row, Member before, List<CardDraft> wanted) {
        List<String> known = before.cards().stream().map(card -> card.code()).toList();
        List<FieldChange> changes = new ArrayList<>();
        for (CardDraft draft : wanted) {
            String code = CardCodes.normalise(draft.code());
            if (!known.contains(code)) {
                em.createQuery("select c from StoredCard c where c.activeMemberId = :id", StoredCard.class)
                        .setParameter("id", row.id())
                        .getResultStream()
                        .forEach(active -> active.end(CardState.REPLACED, draft.from(), null));
                em.flush();
                em.persist(new StoredCard(code, draft.kind(), row.id(), draft.from(), now));
                changes.add(new FieldChange("card", null, code));
            }
        }
        if (!changes.isEmpty()) {
            em.flush();
            writer.reindex(row, new MemberReader(em).read(List.of(row.id())).get(row.id()));
        }
        return changes;
    }

    private List<FieldChange> call(long id, Member before, ExternalId externalId) {
        if (externalId == null || before.externalIds().contains(externalId)) {
            return List.of();
        }
        em.persist(new StoredExternalId(externalId, id));
        return List.of(new FieldChange("externalIds", null, externalId.source() + ": " + externalId.id()));
    }

    /** Each revision of the details has its entry of that name, by which a stale edit tells what changed. */
    private void record(Map<Long, List<FieldChange>> changes, Set<Long> revised) {
        Map<String, List<FieldChange>> edited = new LinkedHashMap<>();
        Map<String, List<FieldChange>> others = new LinkedHashMap<>();
        changes.forEach((id, fields) -> {
            if (!fields.isEmpty()) {
                (revised.contains(id) ? edited : others).put(id.toString(), fields);
            }
        });
        audit.recordAll(by, JpaMembers.EDITED, JpaMembers.RECORD, edited);
        audit.recordAll(by, "members.audit.completed", JpaMembers.RECORD, others);
    }

    /** Brings the totals up to date: at the end, since others wait for them from then on. */
    public void finish() {
        em.flush();
        if (added >= MANY) {
            writer.onConnection(PlannerStatistics::refresh);
        }
        writer.onConnection(connection -> new Tally(connection).add(differences));
    }
}
