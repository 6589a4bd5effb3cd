package coop.greffon.members.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.arrival.Arrival;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Arrivals and who has heard of them, in this bundle's tables. */
@Component(service = ArrivalRows.class)
public final class ArrivalRows {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JpaTemplate jpa;
    private final Clock clock;

    @Activate
    public ArrivalRows(@Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa, @Reference Clock clock) {
        this.jpa = jpa;
        this.clock = clock;
    }

    /** An arrival of which a module has not heard. */
    public record Due(Arrival arrival, Map<String, String> answers, String module) {}

    /**
     * Writes an arrival down in a transaction of its own, once per cause.
     *
     * @param modules who is to hear of it
     */
    public void write(Arrival arrival, Map<String, String> answers, Set<String> modules, Actor by) {
        try {
            jpa.tx(TransactionType.RequiresNew, em -> {
                if (!isKnown(em, arrival)) {
                    em.persist(new StoredArrival(arrival, write(answers), clock.instant(), by));
                    em.flush();
                    modules.forEach(module -> em.persist(new StoredHearing(arrival.cause(), module)));
                }
            });
        } catch (PersistenceException | IllegalStateException collision) {
            // Told twice at once: the other one wrote it down.
            if (!jpa.txExpr(TransactionType.RequiresNew, em -> isKnown(em, arrival))) {
                throw collision;
            }
        }
    }

    private static boolean isKnown(EntityManager em, Arrival arrival) {
        StoredArrival known = em.find(StoredArrival.class, arrival.cause());
        if (known != null && known.memberId() != arrival.memberId()) {
            throw new InvalidInput(FieldError.of("cause", arrival.cause(), Text.of("members.arrival.cause-used")));
        }
        return known != null;
    }

    /** Who has not heard of an arrival yet. */
    public List<Due> due(String cause) {
        return due("h.cause = :key", cause, Integer.MAX_VALUE);
    }

    /** Arrivals of which a module has not heard yet, least tried first. */
    public List<Due> dueFor(String module, int most) {
        return due("h.module = :key", module, most);
    }

    private List<Due> due(String condition, String key, int most) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select h from StoredHearing h where h.heardAt is null and " + condition
                                        + " order by h.attempts, h.cause",
                                StoredHearing.class)
                        .setParameter("key", key)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(hearing -> {
                            StoredArrival arrival = em.find(StoredArrival.class, hearing.cause());
                            return new Due(arrival.value(), read(arrival.answers()), hearing.module());
                        })
                        .toList());
    }

    /** The modules that hear of arrivals and have missed some. */
    public List<String> modulesBehind() {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select distinct h.module from StoredHearing h where h.heardAt is null order by h.module",
                                String.class)
                        .getResultList());
    }

    /**
     * Lets a module hear of an arrival, in a transaction of its own that holds what the module does as well.
     *
     * @param telling called once, unless the module has heard of it meanwhile
     */
    public List<Text> tell(Due due, Supplier<List<Text>> telling) {
        return jpa.txExpr(TransactionType.RequiresNew, em -> {
            StoredHearing hearing = em.find(
                    StoredHearing.class,
                    new StoredHearing.Key(due.arrival().cause(), due.module()),
                    LockModeType.PESSIMISTIC_WRITE);
            if (hearing.isHeard()) {
                return List.<Text>of();
            }
            List<Text> said = telling.get();
            hearing.heard(clock.instant());
            return said;
        });
    }

    /** Notes that a module failed. */
    public void failed(Due due, String why) {
        jpa.tx(
                TransactionType.RequiresNew,
                em -> em.find(
                                StoredHearing.class,
                                new StoredHearing.Key(due.arrival().cause(), due.module()))
                        .failed(why));
    }

    /** An arrival as it was written down, with what was answered by the question's id. */
    public record Told(Arrival arrival, Map<String, String> answers) {}

    /** All arrivals of somebody, oldest first. */
    public List<Told> all(long memberId) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select a from StoredArrival a where a.memberId = :id order by a.arrivedAt, a.cause",
                                StoredArrival.class)
                        .setParameter("id", memberId)
                        .getResultStream()
                        .map(stored -> new Told(stored.value(), read(stored.answers())))
                        .toList());
    }

    /** The last arrivals of somebody, newest first. */
    public List<Arrival> of(long memberId, int most) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery(
                                "select a from StoredArrival a where a.memberId = :id order by a.arrivedAt desc, a.cause",
                                StoredArrival.class)
                        .setParameter("id", memberId)
                        .setMaxResults(most)
                        .getResultStream()
                        .map(StoredArrival::value)
                        .toList());
    }

    private static String write(Map<String, String> answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings are always writable", impossible);
        }
    }

    private static Map<String, String> read(String answers) {
        try {
            return JSON.readValue(answers, ANSWERS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("An arrival in greffon_members_arrival was altered by hand", damaged);
        }
    }
}
