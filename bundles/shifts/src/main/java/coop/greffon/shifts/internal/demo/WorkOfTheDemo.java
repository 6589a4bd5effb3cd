package coop.greffon.shifts.internal.demo;

import coop.greffon.core.demo.DemoCast;
import coop.greffon.core.demo.DemoData;
import coop.greffon.core.demo.DemoRow;
import coop.greffon.core.demo.DemoTable;
import coop.greffon.core.identity.Actor;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Entry.Told;
import coop.greffon.shifts.internal.rules.Origin;
import coop.greffon.shifts.internal.rules.Outcome;
import coop.greffon.shifts.internal.rules.Postings.Settled;
import coop.greffon.shifts.internal.rules.Preset;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.DueCycles;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.JpaLeaves;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.StandingCounts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works at the demo co-op, and what they did: told in days before the demo, so that it never grows old. */
@Component(service = DemoData.class)
public final class WorkOfTheDemo implements DemoData {
    private final JpaWorkers workers;
    private final JpaLeaves leaves;
    private final DueCycles cycles;
    private final SlotsOfTheDemo slots;
    private final StandingCounts counts;
    private final Members members;
    private final Clock clock;

    @Activate
    public WorkOfTheDemo(
            @Reference JpaWorkers workers,
            @Reference JpaLeaves leaves,
            @Reference DueCycles cycles,
            @Reference SlotsOfTheDemo slots,
            @Reference StandingCounts counts,
            @Reference Members members,
            @Reference Clock clock) {
        this.workers = workers;
        this.leaves = leaves;
        this.cycles = cycles;
        this.slots = slots;
        this.counts = counts;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public Set<String> after() {
        return Set.of("members");
    }

    @Override
    public void load(DemoCast cast) throws IOException {
        for (DemoRow row : DemoTable.read(WorkOfTheDemo.class, "workers.csv")) {
            Optional<Member> worker = members.findByNumber(row.text("member"));
            if (worker.isPresent()) {
                tell(worker.get().id(), row);
            }
        }
        cycles.post(today(), Actor.host());
        slots.tell(today());
        counts.write(today().minusDays(1));
    }

    private void tell(long member, DemoRow row) {
        Track track = Track.valueOf(row.text("track"));
        Origin origin = track == Track.FIXED ? Origin.FIXED_PLACE : Origin.FREE;
        List<Settled> past = Stream.concat(
                        settled(row.text("done"), origin, Outcome.ATTENDED),
                        settled(row.text("absent"), origin, Outcome.ABSENT))
                .sorted(Comparator.comparing(Settled::on))
                .toList();
        workers.enrol(member, new EnrolmentDraft(track, ago(row.text("began"))), past, Actor.host());
        String leave = row.text("leave");
        if (leave != null) {
            String[] days = leave.split(" ");
            var draft = new LeaveDraft(PeriodKind.HOLIDAY, ago(days[0]), ago(days[1]), null);
            leaves.giveLeave(member, draft, Actor.host());
        }
    }

    private Stream<Settled> settled(String daysAgo, Origin origin, Outcome outcome) {
        return daysAgo == null
                ? Stream.empty()
                : Arrays.stream(daysAgo.split(" "))
                        .map(days -> new Settled("demo-" + days, ago(days), new Told(origin, outcome, Preset.SHIFT)));
    }

    private LocalDate ago(String days) {
        return today().minusDays(Long.parseLong(days));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
