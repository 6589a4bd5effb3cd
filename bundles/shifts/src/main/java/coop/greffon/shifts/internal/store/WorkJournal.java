package coop.greffon.shifts.internal.store;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.journal.EntryDraft;
import coop.greffon.core.journal.Journal;
import coop.greffon.core.journal.Journals;
import coop.greffon.shifts.internal.rules.AppliedRule;
import coop.greffon.shifts.internal.rules.Cause;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Entry;
import coop.greffon.shifts.internal.rules.Entry.Told;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The entries of workers in the journal of this bundle: a chain for each counter of each worker. */
@Component(service = WorkJournal.class)
public final class WorkJournal {
    private static final String ON = "on";
    private static final String RULE = "rule";
    private static final String ORIGIN = "origin";
    private static final String OUTCOME = "outcome";
    private static final String VALUE = "value";
    private static final String NOTE = "note";

    private final Journal journal;
    private final Clock clock;

    @Activate
    public WorkJournal(@Reference Journals journals, @Reference Clock clock) {
        this.journal = journals.of("shifts", "entry");
        this.clock = clock;
    }

    /** Whether a cause was recorded before. */
    public boolean isPosted(long workerId, String causeKey) {
        return journal.ofCause(workerId + "/" + causeKey).isPresent();
    }

    public void post(long workerId, List<Entry> entries, Actor by, String note) {
        if (!entries.isEmpty()) {
            journal.append(entries.stream()
                    .map(entry -> draft(workerId, entry, by, note))
                    .toList());
        }
    }

    EntryDraft draft(long workerId, Entry entry, Actor by, String note) {
        EntryDraft draft = EntryDraft.of(
                        chain(workerId, entry.counter()),
                        entry.cause().name(),
                        entry.effectiveOn().atStartOfDay(clock.getZone()).toInstant(),
                        by,
                        workerId + "/" + entry.causeKey(),
                        entry.amount())
                .fact(ON, entry.effectiveOn().toString())
                .fact(RULE, entry.rule().name());
        if (entry.told() != null) {
            draft = draft.fact(ORIGIN, entry.told().origin().name())
                    .fact(OUTCOME, entry.told().outcome().name())
                    .fact(VALUE, Long.toString(entry.told().value()));
        }
        return note == null ? draft : draft.personal(NOTE, note);
    }

    /** All entries of some workers, each in the order in which they were recorded; who has none is missing. */
    Map<Long, List<Posted>> of(Collection<Long> workerIds) {
        List<String> chains = workerIds.stream()
                .flatMap(id -> Arrays.stream(Counter.values()).map(counter -> chain(id, counter)))
                .toList();
        Map<Long, List<Placed>> placed = new HashMap<>();
        Map<String, LocalDate> days = new HashMap<>();
        journal.whole(chains).forEach((chain, entries) -> {
            String[] parts = chain.split("/");
            Counter counter = Counter.valueOf(parts[1].toUpperCase(Locale.ROOT));
            placed.computeIfAbsent(Long.valueOf(parts[0]), none -> new ArrayList<>())
                    .addAll(placed(entries, counter, days));
        });
        Map<Long, List<Posted>> posted = new HashMap<>();
        placed.forEach((id, own) -> posted.put(
                id,
                own.stream()
                        .sorted(Comparator.comparing(Placed::at))
                        .map(Placed::posted)
                        .toList()));
        return posted;
    }

    /** An entry and where it stands among those of the other counters. */
    private record Placed(Instant at, Posted posted) {}

    /** A clock that was set back changes no order within a chain. */
    private static List<Placed> placed(
            List<coop.greffon.core.journal.Entry> entries, Counter counter, Map<String, LocalDate> days) {
        List<Placed> placed = new ArrayList<>(entries.size());
        Instant latest = Instant.MIN;
        for (coop.greffon.core.journal.Entry entry : entries) {
            latest = entry.recordedAt().isAfter(latest) ? entry.recordedAt() : latest;
            placed.add(new Placed(latest, posted(entry, counter, days)));
        }
        return placed;
    }

    /** @param days those read before: many fall due on the same */
    private static Posted posted(coop.greffon.core.journal.Entry entry, Counter counter, Map<String, LocalDate> days) {
        Map<String, String> facts = entry.facts();
        Told told = facts.containsKey(OUTCOME)
                ? new Told(
                        Origin.valueOf(facts.get(ORIGIN)),
                        Outcome.valueOf(facts.get(OUTCOME)),
                        Long.parseLong(facts.get(VALUE)))
                : null;
        String causeKey = entry.causeKey().substring(entry.causeKey().indexOf('/') + 1);
        var of = new Entry(
                counter,
                entry.amount(),
                days.computeIfAbsent(facts.get(ON), LocalDate::parse),
                entry.recordedAt(),
                Cause.valueOf(entry.kind()),
                causeKey,
                AppliedRule.valueOf(facts.get(RULE)),
                told);
        return new Posted(of, entry.by(), entry.personal().get(NOTE));
    }

    /** Forgets what somebody wrote of a worker; the amounts stay. */
    int forgetNotes(long workerId) {
        int forgotten = 0;
        for (Counter counter : Counter.values()) {
            forgotten += journal.erase(
                    chain(workerId, counter), entry -> entry.personal().containsKey(NOTE));
        }
        return forgotten;
    }

    static String chain(long workerId, Counter counter) {
        return workerId + "/" + counter.name().toLowerCase(Locale.ROOT);
    }
}
