package coop.greffon.members.internal.store;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.validation.Validation;
import coop.greffon.members.ContactPerson;
import coop.greffon.members.ContactPersonDraft;
import coop.greffon.members.ContactPersons;
import coop.greffon.members.Member;
import coop.greffon.members.MemberKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Contact persons in this bundle's tables. */
@Component(service = ContactPersons.class)
public final class JpaContactPersons implements ContactPersons {
    private final JpaTemplate jpa;
    private final Audit audit;
    private final Validation validation;

    @Activate
    public JpaContactPersons(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Validation validation) {
        this.jpa = jpa;
        this.audit = audit;
        this.validation = validation;
    }

    @Override
    public void add(long organisationId, ContactPersonDraft contact, Actor by) {
        validation.valid(contact);
        long personId = contact.personId();
        if (contact.to() != null && contact.to().isBefore(contact.from())) {
            throw invalid("to", contact.to(), Text.of("members.rule.ends-before-it-begins"));
        }
        jpa.tx(TransactionType.Required, em -> {
            if (JpaMembers.lock(em, organisationId).kind() != MemberKind.ORGANISATION) {
                throw invalid("organisationId", organisationId, Text.of("members.contact.no-organisation"));
            }
            StoredMember person = JpaMembers.lock(em, personId);
            if (person.kind() != MemberKind.PERSON) {
                throw invalid("personId", personId, Text.of("members.contact.no-person"));
            }
            if (rows(em, "r.organisationId = :id", organisationId).stream()
                    .anyMatch(row -> row.personId() == personId && row.to() == null)) {
                throw invalid("personId", personId, Text.of("members.contact.said-already"));
            }
            em.persist(new StoredContactPerson(
                    organisationId, personId, contact.function(), contact.from(), contact.to()));
            em.flush();
            String name = read(em, List.of(personId)).get(personId).name();
            record(
                    by,
                    "members.audit.contact-added",
                    organisationId,
                    new FieldChange("contact", null, name),
                    new FieldChange("function", null, contact.function()));
        });
    }

    @Override
    public void end(long organisationId, long personId, LocalDate to, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            JpaMembers.lock(em, organisationId);
            StoredContactPerson ending = rows(em, "r.organisationId = :id", organisationId).stream()
                    .filter(row -> row.personId() == personId && row.to() == null)
                    .findFirst()
                    .orElseThrow(() -> new NotFound(Text.of("members.contact.unknown")));
            if (to.isBefore(ending.from())) {
                throw invalid("to", to, Text.of("members.rule.ends-before-it-begins"));
            }
            ending.end(to);
            String name = read(em, List.of(personId)).get(personId).name();
            record(
                    by,
                    "members.audit.contact-ended",
                    organisationId,
                    new FieldChange("contact", name, null),
                    new FieldChange("to", null, to.toString()));
        });
    }

    private static InvalidInput invalid(String field, Object value, Text message) {
        return new InvalidInput(FieldError.of(field, value, message));
    }

    @Override
    public List<ContactPerson> of(long organisationId) {
        return jpa.txExpr(
                TransactionType.Supports, em -> views(em, rows(em, "r.organisationId = :id", organisationId)));
    }

    @Override
    public List<ContactPerson> at(long personId) {
        return jpa.txExpr(TransactionType.Supports, em -> views(em, rows(em, "r.personId = :id", personId)));
    }

    private static List<StoredContactPerson> rows(EntityManager em, String condition, long id) {
        return em.createQuery(
                        "select r from StoredContactPerson r where " + condition + " order by r.validFrom, r.id",
                        StoredContactPerson.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static List<ContactPerson> views(EntityManager em, List<StoredContactPerson> rows) {
        Set<Long> ids = new HashSet<>();
        rows.forEach(row -> {
            ids.add(row.organisationId());
            ids.add(row.personId());
        });
        Map<Long, Member> members = read(em, List.copyOf(ids));
        return rows.stream()
                .map(row -> new ContactPerson(
                        row.organisationId(),
                        row.personId(),
                        members.get(row.organisationId()).name(),
                        members.get(row.personId()).name(),
                        row.function(),
                        row.from(),
                        row.to()))
                .sorted(Comparator.comparing(contact -> contact.to() != null))
                .toList();
    }

    private static Map<Long, Member> read(EntityManager em, List<Long> ids) {
        return new MemberReader(em).read(ids);
    }

    private void record(Actor by, String action, long organisationId, FieldChange... fields) {
        audit.record(by, action, JpaMembers.RECORD, Long.toString(organisationId), List.of(fields));
    }
}
