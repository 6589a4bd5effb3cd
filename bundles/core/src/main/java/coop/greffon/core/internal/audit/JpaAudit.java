package coop.greffon.core.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit in core's tables; the fields of a change are one JSON array, which nobody queries by. */
@Component(service = Audit.class)
public final class JpaAudit implements Audit {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<FieldChange>> FIELDS = new TypeReference<>() {};
    private static final int LONGEST_HISTORY = 200;

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public JpaAudit(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    @Override
    public void record(Actor by, String action, String recordKind, String recordId, List<FieldChange> fields) {
        var change = new StoredChange(clock.instant(), by, action, recordKind, recordId, write(fields));
        jpa.tx(TransactionType.Required, em -> em.persist(change));
    }

    @Override
    public void recordAll(Actor by, String action, String recordKind, Map<String, List<FieldChange>> changes) {
        Instant now = clock.instant();
        jpa.tx(TransactionType.Required, em -> {
            changes.forEach((recordId, fields) ->
                    em.persist(new StoredChange(now, by, action, recordKind, recordId, write(fields))));
            if (changes.size() > 1) {
                em.flush();
                em.clear();
            }
        });
    }

    @Override
    public List<Change> history(String recordKind, String recordId) {
        List<StoredChange> changes = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select c from StoredChange c where c.recordKind = :kind and c.recordId = :id order by c.recordedAt desc, c.id desc",
                                StoredChange.class)
                        .setParameter("kind", recordKind)
                        .setParameter("id", recordId)
                        .setMaxResults(LONGEST_HISTORY)
                        .getResultList());
        return changes.stream().map(JpaAudit::view).toList();
    }

    @Override
    public List<Change> latest(int skip, int most) {
        List<StoredChange> changes = jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select c from StoredChange c order by c.recordedAt desc, c.id desc",
                                StoredChange.class)
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultList());
        return changes.stream().map(JpaAudit::view).toList();
    }

    private static Change view(StoredChange stored) {
        return new Change(
                stored.recordedAt(),
                stored.by(),
                stored.action(),
                stored.recordKind(),
                stored.recordId(),
                read(stored.fields()));
    }

    private static String write(List<FieldChange> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Three strings are always writable", impossible);
        }
    }

    private static List<FieldChange> read(String fields) {
        try {
            return JSON.readValue(fields, FIELDS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A change in greffon_core_change was altered by hand", damaged);
        }
    }
}
