package coop.greffon.shifts.internal.store.exchange;

import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.setting.RulesInForce;
import coop.greffon.shifts.internal.store.StoredWorker;
import coop.greffon.shifts.internal.store.WorkerChanges;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Finds the one whom somebody names, or the account on which they act; of who does no shifts nobody learns here that there is such a member. Each request is a letter, and
 * tells whose a number is: so they are counted.
 */
@Component(service = Colleagues.class)
public final class Colleagues {
    private static final int LONGEST = 40;

    /** By name: of what is offered to everybody nobody is written to. */
    private static final List<String> OPEN = List.of(
            "select count(r) from StoredRequest r where r.askerId = :worker and r.openBooking is not null",
            "select count(e) from StoredExchange e where e.workerId = :worker and e.openBooking is not null"
                    + " and e.wantedId is not null");

    private static final List<String> SINCE = List.of(
            "select count(r) from StoredRequest r where r.askerId = :worker and r.recordedAt >= :since",
            "select count(e) from StoredExchange e where e.workerId = :worker and e.recordedAt >= :since"
                    + " and e.wantedId is not null",
            "select count(a) from StoredAnswer a where a.workerId = :worker and a.recordedAt >= :since");

    private final Members members;
    private final WorkerChanges changes;
    private final RulesInForce rules;
    private final Clock clock;

    @Activate
    public Colleagues(
            @Reference Members members,
            @Reference WorkerChanges changes,
            @Reference RulesInForce rules,
            @Reference Clock clock) {
        this.members = members;
        this.changes = changes;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Refuses what is no number of anybody, whatever else stands in the way.
     *
     * @param number null for none
     * @throws InvalidInput where it is longer than any number
     */
    static void requireNumber(String number) {
        if (number != null && number.length() > LONGEST) {
            throw nobody(number);
        }
    }

    private static InvalidInput nobody(String number) {
        return new InvalidInput(FieldError.of("number", number, Text.of("shifts.stand-in.nobody")));
    }

    /**
     * Whoever has a number and does shifts, to be asked.
     *
     * @throws InvalidInput where it is nobody's, or their own
     * @throws Refused where whoever asks waits for too many, or asked too often that day
     */
    StoredWorker asked(EntityManager em, String number, StoredWorker asking) {
        int most = rules.asksOpen(today());
        if (count(em, OPEN, asking, null) >= most) {
            throw new Refused(Text.of("shifts.stand-in.too-many-open", most));
        }
        requireNotTooOften(em, asking);
        return named(em, number, asking);
    }

    /**
     * Refuses to write to others again and again.
     *
     * @throws Refused where they asked and answered too often that day
     */
    void requireNotTooOften(EntityManager em, StoredWorker asking) {
        int most = rules.asksPerDay(today());
        Instant midnight = today().atStartOfDay(clock.getZone()).toInstant();
        if (count(em, SINCE, asking, midnight) >= most) {
            throw new Refused(Text.of("shifts.stand-in.too-often", most));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param since null where the questions ask for none */
    private static long count(EntityManager em, List<String> questions, StoredWorker asking, Instant since) {
        long found = 0;
        for (String question : questions) {
            TypedQuery<Long> query = em.createQuery(question, Long.class).setParameter("worker", asking.id());
            if (since != null) {
                query.setParameter("since", Moments.stored(since));
            }
            found += query.getSingleResult();
        }
        return found;
    }

    /**
     * The worker whose account somebody with a number acts on.
     *
     * @param asking the worker who names them
     * @throws InvalidInput where it is nobody's, or their own
     */
    StoredWorker named(EntityManager em, String number, StoredWorker asking) {
        return Optional.ofNullable(number)
                .map(String::strip)
                .flatMap(members::findByNumber)
                .map(member -> changes.accountOf(member.id(), changes.today()))
                .flatMap(id -> WorkerChanges.find(em, id))
                .filter(row -> row.id() != asking.id())
                .orElseThrow(() -> nobody(number));
    }
}
