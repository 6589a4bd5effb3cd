package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.NewMember;
import coop.greffon.members.Resignation;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.account.AccountLogins;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.rules.MemberChanges;
import coop.greffon.members.internal.rules.MemberRules;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Members in this bundle's tables. */
@Component(service = {Members.class, JpaMembers.class})
public final class JpaMembers implements Members {
    static final String RECORD = "members.member";
    static final String EDITED = "members.audit.edited";

    private final JpaTemplate jpa;
    private final Audit audit;
    private final Validation validation;
    private final Clock clock;
    private final Extensions<Resignation> resignations;
    private final MemberQueries queries;
    private final StatusChanges statusChanges;
    private final AccountLogins logins;

    @Activate
    public JpaMembers(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference(target = "(osgi.jndi.service.name=greffon/members)") DataSource dataSource,
            @Reference Audit audit,
            @Reference Validation validation,
            @Reference Clock clock,
            @Reference AccountLogins logins,
            @Reference DeclaredNeighbours declared) {
        this(jpa, dataSource, audit, validation, clock, logins, declared, Extensions.of(context, Resignation.class));
    }

    /** Outside a container. */
    public JpaMembers(
            JpaTemplate jpa,
            DataSource dataSource,
            Audit audit,
            Validation validation,
            Clock clock,
            AccountLogins logins,
            DeclaredNeighbours declared,
            Extensions<Resignation> resignations) {
        this.jpa = jpa;
        this.audit = audit;
        this.validation = validation;
        this.clock = clock;
        this.logins = logins;
        this.resignations = resignations;
        this.queries = new MemberQueries(jpa, dataSource);
        this.statusChanges = new StatusChanges(jpa, audit, validation, clock, declared, resignations);
    }

    @Deactivate
    void stop() {
        resignations.close();
    }

    @Override
    public Member create(NewMember member, String requestKey, Actor by) {
        insist(errors(member));
        try {
            return jpa.txExpr(
                    TransactionType.Required,
                    em -> new Requests(em, clock.instant())
                            .once(
                                    requestKey,
                                    by,
                                    member,
                                    () -> insert(em, List.of(member), by).get(0)));
        } catch (PersistenceException | IllegalStateException collision) {
            // Between our look and our write somebody took the number or the card; the database noticed, people are
            // told which.
            insist(jpa.txExpr(TransactionType.Supports, em -> new Conflicts(em).of(member)));
            throw collision;
        }
    }

    /**
     * Writes many members down in the caller's transaction, far cheaper than one by one.
     *
     * @throws InvalidInput naming the fields as {@code [3].details.number}
     */
    public List<Member> createAll(List<NewMember> members, Actor by) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String path = "[" + i + "].";
            errors(members.get(i)).forEach(error -> errors.add(below(path, error)));
        }
        insist(errors);
        return jpa.txExpr(TransactionType.Required, em -> {
            List<Member> written = insert(em, members, by);
            // A long import writes tens of thousands in one transaction: none of them is kept in memory until its end.
            em.clear();
            return written;
        });
    }

    private List<FieldError> errors(NewMember member) {
        List<FieldError> errors = new ArrayList<>(validation.errors(member));
        if (errors.isEmpty()) {
            MemberRules.errors(member.details(), today()).forEach(error -> errors.add(below("details.", error)));
            for (int i = 0; i < member.statuses().size(); i++) {
                if (member.statuses().get(i).on().isAfter(today())) {
                    errors.add(FieldError.of(
                            "statuses[" + i + "].on",
                            member.statuses().get(i).on(),
                            Text.of("members.status.to-come")));
                }
            }
        }
        return errors;
    }

    private static FieldError below(String path, FieldError error) {
        return new FieldError(path + error.field(), error.value(), error.message(), error.remedy());
    }

    private List<Member> insert(EntityManager em, List<NewMember> members, Actor by) {
        List<List<FieldError>> conflicts = new Conflicts(em).of(members);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            String path = members.size() == 1 ? "" : "[" + i + "].";
            conflicts.get(i).forEach(error -> errors.add(below(path, error)));
        }
        insist(errors);
        Instant now = clock.instant();
        List<StoredMember> rows = new MemberWriter(em, now, today(), by).insert(members);
        Map<String, List<FieldChange>> changes = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            changes.put(
                    Long.toString(rows.get(i).id()),
                    MemberChanges.of(members.get(i).details()));
        }
        audit.recordAll(by, "members.audit.created", RECORD, changes);
        return new MemberReader(em).written(rows, members, now, by);
    }

    @Override
    public Member change(long id, long revision, MemberDraft details, Actor by) {
        insist(errors(details));
        try {
            return jpa.txExpr(TransactionType.Required, em -> {
                StoredMember row = lock(em, id);
                Member before = new MemberReader(em).read(List.of(id)).get(id);
                if (before.revision() != revision) {
                    throw StaleEdits.of(audit, before, revision);
                }
                insist(new Conflicts(em).ofNumber(details.number(), id));
                write(em, List.of(new MemberWriter.Edit(row, before, details)), by);
                return new MemberReader(em).read(List.of(id)).get(id);
            });
        } catch (PersistenceException collision) {
            insist(jpa.txExpr(TransactionType.Supports, em -> new Conflicts(em).ofNumber(details.number(), id)));
            throw collision;
        }
    }

    private List<FieldError> errors(MemberDraft details) {
        List<FieldError> errors = validation.errors(details);
        return errors.isEmpty() ? MemberRules.errors(details, today()) : errors;
    }

    /**
     * Replaces the details of many in the caller's transaction, whatever revision they are of.
     *
     * @param details by id
     * @throws InvalidInput naming the fields as {@code [128].number}
     */
    public void changeAll(Map<Long, MemberDraft> details, Actor by) {
        List<FieldError> errors = new ArrayList<>();
        details.forEach((id, draft) -> errors(draft).forEach(error -> errors.add(below("[" + id + "].", error))));
        insist(errors);
        jpa.tx(TransactionType.Required, em -> {
            // Locked in the order of their ids, so that two who change the same ones wait instead of blocking each
            // other.
            Map<Long, StoredMember> rows = new LinkedHashMap<>();
            details.keySet().stream().sorted().forEach(id -> rows.put(id, lock(em, id)));
            Map<Long, Member> before = new MemberReader(em).read(details.keySet());
            Map<Long, String> numbers = new LinkedHashMap<>();
            details.forEach((id, draft) -> numbers.put(id, draft.number()));
            numbers.values().removeIf(Objects::isNull);
            new Conflicts(em)
                    .ofNumbers(numbers)
                    .forEach((id, taken) -> insist(List.of(below("[" + id + "].", taken.get(0)))));
            List<MemberWriter.Edit> edits = rows.entrySet().stream()
                    .map(row ->
                            new MemberWriter.Edit(row.getValue(), before.get(row.getKey()), details.get(row.getKey())))
                    .toList();
            write(em, edits, by);
            em.clear();
        });
    }

    private void write(EntityManager em, List<MemberWriter.Edit> edits, Actor by) {
        List<MemberWriter.Edit> real = edits.stream()
                .filter(edit -> !edit.before().details().equals(edit.after()))
                .toList();
        new MemberWriter(em, clock.instant(), today(), by).update(real);
        Map<String, List<FieldChange>> changes = new LinkedHashMap<>();
        for (MemberWriter.Edit edit : real) {
            changes.put(
                    Long.toString(edit.before().id()),
                    MemberChanges.between(edit.before().details(), edit.after()));
        }
        audit.recordAll(by, EDITED, RECORD, changes);
        real.forEach(edit -> logins.follow(edit.before(), edit.after(), by));
    }

    @Override
    public Member changeStatus(long id, StatusDraft change, Actor by) {
        return statusChanges.change(id, change, by);
    }

    @Override
    public List<Text> unsettled(long id, LocalDate on) {
        return statusChanges.unsettled(get(id).id(), on);
    }

    /** The same, of the id of a record as it was just read; without a look at the database of our own. */
    public List<Text> unsettledOfKnown(long id, LocalDate on) {
        return statusChanges.unsettled(id, on);
    }

    /** Whether no module has a say when somebody leaves. */
    public boolean isLeavingAskedOfNobody() {
        return statusChanges.isAskedOfNobody();
    }

    @Override
    public void addExternalId(long id, ExternalId externalId, Actor by) {
        validation.valid(externalId);
        jpa.tx(TransactionType.Required, em -> {
            lock(em, id);
            var known = em.find(StoredExternalId.class, new StoredExternalId.Key(externalId));
            if (known != null && known.memberId() != id) {
                insist(List.of(FieldError.of("id", externalId.id(), Text.of("members.rule.external-id-taken"))));
            }
            if (known == null) {
                em.persist(new StoredExternalId(externalId, id));
                String value = externalId.source() + ": " + externalId.id();
                record(by, "members.audit.external-id", id, List.of(new FieldChange("externalIds", null, value)));
            }
        });
    }

    @Override
    public Optional<Member> find(long id) {
        return queries.find(id);
    }

    @Override
    public Member get(long id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    @Override
    public Optional<Member> findByNumber(String number) {
        return queries.findByNumber(number);
    }

    @Override
    public Optional<Member> findByExternalId(ExternalId externalId) {
        return queries.findByExternalId(externalId);
    }

    @Override
    public Map<Long, Member> findAll(List<Long> ids) {
        return queries.findAll(ids);
    }

    @Override
    public Map<Long, MemberSummary> summaries(List<Long> ids) {
        return queries.summaries(ids);
    }

    @Override
    public MemberPage list(MemberFilter filter, MemberOrder order, int skip, int most) {
        return queries.list(filter, order, skip, most);
    }

    @Override
    public long count(MemberFilter filter) {
        return queries.count(filter);
    }

    @Override
    public Map<Standing, Long> totals() {
        return queries.totals();
    }

    @Override
    public List<StatusChange> statuses(long id) {
        return queries.journal(id).newestFirst();
    }

    @Override
    public Map<Long, List<StatusChange>> statusesOf(Collection<Long> ids) {
        return queries.journals(ids);
    }

    @Override
    public Optional<StatusChange> statusOn(long id, LocalDate on, Instant known) {
        return queries.journal(id).on(on, known);
    }

    @Override
    public List<String> tags() {
        return queries.tags();
    }

    /** Locks somebody's row until the end of the transaction. */
    static StoredMember lock(EntityManager em, long id) {
        return known(em.find(StoredMember.class, id, LockModeType.PESSIMISTIC_WRITE), id);
    }

    /** The row, where there is one that was not merged into another. */
    static StoredMember known(StoredMember row, long id) {
        if (row == null) {
            throw unknown(id);
        }
        if (row.mergedInto() != null) {
            throw new NotFound(Text.of("members.member.merged", Long.toString(id), Long.toString(row.mergedInto())));
        }
        return row;
    }

    static NotFound unknown(long id) {
        return new NotFound(Text.of("members.member.unknown", Long.toString(id)));
    }

    private void record(Actor by, String action, long id, List<FieldChange> fields) {
        audit.record(by, action, RECORD, Long.toString(id), fields);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static void insist(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
