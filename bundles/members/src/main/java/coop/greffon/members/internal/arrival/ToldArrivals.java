package coop.greffon.members.internal.arrival;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.Members;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.ArrivalListener;
import coop.greffon.members.arrival.Arrivals;
import coop.greffon.members.arrival.Hearing;
import coop.greffon.members.arrival.Question;
import coop.greffon.members.arrival.Questions;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.neighbour.Witnesses;
import coop.greffon.members.internal.neighbour.Witnesses.Testimony;
import coop.greffon.members.internal.store.ArrivalRows;
import coop.greffon.members.internal.store.ArrivalRows.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Arrivals, written down first and told afterwards. */
@Component(service = {Arrivals.class, ToldArrivals.class})
public final class ToldArrivals implements Arrivals {
    private static final Logger LOG = LoggerFactory.getLogger(ToldArrivals.class);
    private static final int LONGEST_CAUSE = 200;
    private static final int LONGEST_DEVICE = 100;
    private static final int AT_ONCE = 200;

    private final Members members;
    private final ArrivalRows rows;
    private final DeclaredNeighbours declared;
    private final Extensions<ArrivalListener> listeners;
    private final Witnesses<ArrivalListener> witnesses;

    @Activate
    public ToldArrivals(
            BundleContext context,
            @Reference Members members,
            @Reference ArrivalRows rows,
            @Reference DeclaredNeighbours declared) {
        this(members, rows, declared, Extensions.of(context, ArrivalListener.class));
    }

    ToldArrivals(
            Members members, ArrivalRows rows, DeclaredNeighbours declared, Extensions<ArrivalListener> listeners) {
        this.members = members;
        this.rows = rows;
        this.declared = declared;
        this.listeners = listeners;
        this.witnesses = new Witnesses<>(ArrivalListener.class, listeners, declared);
    }

    @Deactivate
    void stop() {
        witnesses.close();
    }

    @Override
    public Questions questions(long memberId, Instant at, String device) {
        long known = members.get(memberId).id();
        List<Testimony<List<Question>>> testimonies =
                witnesses.ask(listener -> List.copyOf(listener.questions(known, at, device)));
        List<Question> asked = testimonies.stream()
                .flatMap(testimony -> testimony.answer().stream())
                .flatMap(List::stream)
                .toList();
        return new Questions(asked, Witnesses.silent(testimonies));
    }

    @Override
    public List<Hearing> record(Arrival arrival, Map<String, String> answers, Actor by) {
        insist(arrival);
        Arrival fact =
                new Arrival(arrival.cause(), members.get(arrival.memberId()).id(), arrival.at(), arrival.device());
        Set<String> modules = new TreeSet<>(declared.of(ArrivalListener.class));
        listeners.all().forEach(listener -> modules.add(listener.module()));
        rows.write(fact, answers, modules, by);
        return rows.due(fact.cause()).stream().map(this::tell).toList();
    }

    private static void insist(Arrival arrival) {
        if (arrival.cause() == null
                || arrival.cause().isBlank()
                || arrival.cause().length() > LONGEST_CAUSE) {
            throw new InvalidInput(
                    FieldError.of("cause", arrival.cause(), Text.of("members.request.key", LONGEST_CAUSE)));
        }
        if (arrival.device() != null && arrival.device().length() > LONGEST_DEVICE) {
            throw new InvalidInput(
                    FieldError.of("device", arrival.device(), Text.of("members.request.key", LONGEST_DEVICE)));
        }
    }

    /**
     * Tells who has missed an arrival and is there now.
     *
     * @return how many have heard
     */
    int tellAgain() {
        int heard = 0;
        for (String module : rows.modulesBehind()) {
            if (listeners.all().stream().anyMatch(listener -> listener.module().equals(module))) {
                for (Due due : rows.dueFor(module, AT_ONCE)) {
                    heard += tell(due).isHeard() ? 1 : 0;
                }
            }
        }
        return heard;
    }

    private Hearing tell(Due due) {
        List<ArrivalListener> told = listeners.all().stream()
                .filter(listener -> listener.module().equals(due.module()))
                .map(Extension::service)
                .toList();
        if (told.isEmpty()) {
            return new Hearing(due.module(), false, List.of());
        }
        try {
            List<Text> said = rows.tell(
                    due,
                    () -> told.stream()
                            .flatMap(listener -> listener.record(due.arrival(), due.answers()).stream())
                            .toList());
            return new Hearing(due.module(), true, said);
        } catch (RuntimeException | LinkageError failed) {
            LOG.warn(
                    "Module {} has not heard of arrival {}",
                    due.module(),
                    due.arrival().cause(),
                    failed);
            rows.failed(due, String.valueOf(failed.getMessage()));
            return new Hearing(due.module(), false, List.of());
        }
    }

    @Override
    public List<Arrival> of(long memberId, int most) {
        return rows.of(members.get(memberId).id(), most);
    }
}
