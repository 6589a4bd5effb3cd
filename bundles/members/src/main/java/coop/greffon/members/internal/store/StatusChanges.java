package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Resignation;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.neighbour.Witnesses;
import coop.greffon.members.internal.rules.StatusJournal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Entries of the journal of statuses, and what has to be settled before the last of them. */
final class StatusChanges {
    private static final Logger LOG = LoggerFactory.getLogger(StatusChanges.class);

    private final JpaTemplate jpa;
    private final Audit audit;
    private final Validation validation;
    private final Clock clock;
    private final DeclaredNeighbours declared;
    private final Extensions<Resignation> resignations;

    StatusChanges(
            JpaTemplate jpa,
            Audit audit,
            Validation validation,
            Clock clock,
            DeclaredNeighbours declared,
            Extensions<Resignation> resignations) {
        this.jpa = jpa;
        this.audit = audit;
        this.validation = validation;
        this.clock = clock;
        this.declared = declared;
        this.resignations = resignations;
    }

    Member change(long id, StatusDraft change, Actor by) {
        validation.valid(change);
        if (change.status() == MemberStatus.FORMER) {
            // Neighbours are not asked about a record that is unknown, or that they no longer know since a merge.
            jpa.tx(TransactionType.Supports, em -> JpaMembers.known(em.find(StoredMember.class, id), id));
            insist(unsettled(id, change.on()).stream()
                    .map(matter -> FieldError.of("status", null, matter))
                    .toList());
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            StoredMember row = JpaMembers.lock(em, id);
            var reader = new MemberReader(em);
            LocalDate today = LocalDate.now(clock);
            List<StatusChange> before = reader.statuses(List.of(id)).getOrDefault(id, List.of());
            var journal = new StatusJournal(before);
            journal.refusal(change, today).ifPresent(error -> insist(List.of(error)));
            String held = journal.on(change.on())
                    .map(holding -> holding.status().name())
                    .orElse(null);
            new MemberWriter(em, clock.instant(), today, by).changeStatus(row, before, change);
            List<FieldChange> fields = new ArrayList<>();
            fields.add(new FieldChange("status", held, change.status().name()));
            fields.add(new FieldChange("on", null, change.on().toString()));
            if (change.reason() != null) {
                fields.add(new FieldChange("reason", null, change.reason()));
            }
            audit.record(by, "members.audit.status", JpaMembers.RECORD, Long.toString(id), fields);
            return reader.read(List.of(id)).get(id);
        });
    }

    /** Whether nobody here has a say when somebody leaves, or would if they were up. */
    boolean isAskedOfNobody() {
        return resignations.all().isEmpty() && declared.of(Resignation.class).isEmpty();
    }

    /** What stands in the way of somebody's leaving; who cannot answer stands in the way too. */
    List<Text> unsettled(long id, LocalDate on) {
        List<Text> matters = new ArrayList<>();
        resignations.all().forEach(neighbour -> {
            try {
                matters.addAll(neighbour.service().unsettled(id, on));
            } catch (RuntimeException | LinkageError broken) {
                LOG.warn(
                        "Module {} could not say what must be settled before member {} leaves",
                        neighbour.module(),
                        id,
                        broken);
                matters.add(notChecked(neighbour.module()));
            }
        });
        Witnesses.silent(declared, Resignation.class, resignations).forEach(module -> matters.add(notChecked(module)));
        return matters;
    }

    private static Text notChecked(String module) {
        return Text.of("members.status.not-checked", Text.of(module + ".module.name"));
    }

    private static void insist(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
