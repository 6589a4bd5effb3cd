package coop.greffon.shifts.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.journal.EntryDraft;
import coop.greffon.core.journal.Journal;
import coop.greffon.core.journal.Journals;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account of the pool in the journal of this bundle, a chain for each unit, and what goes from it and to it. */
@Component(service = PoolJournal.class)
public final class PoolJournal {
    private final WorkJournal workers;
    private final Journal journal;
    private final Clock clock;

    @Activate
    public PoolJournal(@Reference WorkJournal workers, @Reference Journals journals, @Reference Clock clock) {
        this.workers = workers;
        this.journal = journals.of("shifts", "entry");
        this.clock = clock;
    }

    /**
     * An entry of the pool.
     *
     * @param workerId who gave or was helped
     */
    public record Moved(LocalDate on, long amount, long workerId) {}

    /** Whether a cause was recorded of a worker before. */
    public boolean isPosted(long workerId, String causeKey) {
        return workers.isPosted(workerId, causeKey);
    }

    /** What the pool holds, which nobody else changes until the transaction ends; locked in the order of the chains' names. */
    public long lock(long workerId, Counter counter, Unit unit) {
        journal.lock(WorkJournal.chain(workerId, counter));
        return journal.lock(chain(unit)).balance();
    }

    /** Posts an entry of a worker, and the opposite to the pool. */
    public void transfer(long workerId, Unit unit, Entry entry, Actor by) {
        EntryDraft own = workers.draft(workerId, entry, by, null);
        EntryDraft pools = EntryDraft.of(
                        chain(unit),
                        entry.cause().name(),
                        own.effectiveAt(),
                        by,
                        "pool/" + workerId + "/" + entry.causeKey(),
                        -entry.amount())
                .fact("on", entry.effectiveOn().toString())
                .fact("rule", entry.rule().name());
        journal.append(List.of(own, pools));
    }

    /** All that was given and taken, the oldest first. */
    public List<Moved> all(Unit unit) {
        String chain = chain(unit);
        return journal.whole(List.of(chain)).getOrDefault(chain, List.of()).stream()
                .map(entry -> new Moved(
                        LocalDate.ofInstant(entry.effectiveAt(), clock.getZone()),
                        entry.amount(),
                        Long.parseLong(entry.causeKey().split("/")[1])))
                .toList();
    }

    private static String chain(Unit unit) {
        return "pool/" + unit.name().toLowerCase(Locale.ROOT);
    }
}
