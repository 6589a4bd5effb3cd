package coop.greffon.core.internal.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.ChangeFilter;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.persistence.Moments;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
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
    private static final int FEW = 10_000;

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
    public List<Change> find(ChangeFilter filter, int skip, int most) {
        List<StoredChange> changes = jpa.txExpr(
                TransactionType.Supports,
                em -> matching(em, "select c", filter, " order by c.recordedAt desc, c.id desc", StoredChange.class)
                        .setFirstResult(skip)
                        .setMaxResults(most)
                        .getResultList());
        return changes.stream().map(JpaAudit::view).toList();
    }

    @Override
    public long count(ChangeFilter filter, long atMost) {
        if (atMost > FEW) {
            long all = jpa.txExpr(
                    TransactionType.Supports,
                    em -> matching(em, "select count(c.id)", filter, "", Long.class)
                            .getSingleResult());
            return Math.min(all, atMost);
        }
        // Reading a few ids stops early; counting goes through the whole log.
        return jpa.txExpr(
                TransactionType.Supports,
                em -> matching(em, "select c.id", filter, "", Long.class)
                        .setMaxResults((int) atMost)
                        .getResultList()
                        .size());
    }

    private static <T> TypedQuery<T> matching(
            EntityManager em, String select, ChangeFilter filter, String order, Class<T> type) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder();
        if (filter.text() != null) {
            where.append(" and (lower(c.actorLabel) like :part escape '!' or c.recordId = :text)");
            parameters.put("part", "%" + escaped(filter.text().toLowerCase(Locale.ROOT)) + "%");
            parameters.put("text", filter.text());
        }
        if (filter.recordKind() != null) {
            where.append(" and c.recordKind = :kind");
            parameters.put("kind", filter.recordKind());
        }
        if (filter.from() != null) {
            where.append(" and c.recordedAt >= :from");
            parameters.put("from", Moments.stored(filter.from()));
        }
        if (filter.until() != null) {
            where.append(" and c.recordedAt < :until");
            parameters.put("until", Moments.stored(filter.until()));
        }
        String condition = where.length() == 0 ? "" : " where" + where.substring(" and".length());
        TypedQuery<T> query = em.createQuery(select + " from StoredChange c" + condition + order, type);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    @Override
    public int forget(String recordKind, String recordId) {
        return jpa.txExpr(TransactionType.Required, em -> {
            List<StoredChange> changes = em.createQuery(
                            "select c from StoredChange c where c.recordKind = :kind and c.recordId = :id",
                            StoredChange.class)
                    .setParameter("kind", recordKind)
                    .setParameter("id", recordId)
                    .getResultList();
            changes.forEach(change -> change.replaceFields(write(read(change.fields()).stream()
                    .map(field -> new FieldChange(field.field(), null, null))
                    .toList())));
            return changes.size();
        });
    }

    @Override
    public List<String> recordKinds() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select distinct c.recordKind from StoredChange c order by c.recordKind", String.class)
                        .getResultList());
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
