package coop.greffon.members.internal.arrival;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Text;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.arrival.DutyRoster;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.neighbour.Witnesses;
import coop.greffon.members.internal.neighbour.Witnesses.Testimony;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Who is on duty, as all rosters together say. */
@Component(service = Duties.class)
public class Duties {
    private final Members members;
    private final Witnesses<DutyRoster> rosters;

    @Activate
    public Duties(BundleContext context, @Reference Members members, @Reference DeclaredNeighbours declared) {
        this(members, declared, Extensions.of(context, DutyRoster.class));
    }

    Duties(Members members, DeclaredNeighbours declared, Extensions<DutyRoster> rosters) {
        this.members = members;
        this.rosters = new Witnesses<>(DutyRoster.class, rosters, declared);
    }

    /**
     * Somebody on duty.
     *
     * @param name the name shown
     */
    public record OnDuty(long memberId, String name, Text role, Instant from, Instant to) {}

    /**
     * All on duty, as far as is known.
     *
     * @param people by name
     * @param notChecked the modules that keep a roster and did not answer
     */
    public record Watch(List<OnDuty> people, List<String> notChecked) {}

    @Deactivate
    void stop() {
        rosters.close();
    }

    /** Who is on duty at an instant. */
    public Watch at(Instant at) {
        List<Testimony<List<DutyRoster.Duty>>> testimonies = rosters.ask(roster -> List.copyOf(roster.onDuty(at)));
        List<DutyRoster.Duty> duties = testimonies.stream()
                .flatMap(testimony -> testimony.answer().stream())
                .flatMap(List::stream)
                .toList();
        Map<Long, MemberSummary> people = members.summaries(
                duties.stream().map(DutyRoster.Duty::memberId).distinct().toList());
        List<OnDuty> named = duties.stream()
                .filter(duty -> people.containsKey(duty.memberId()))
                .map(duty -> new OnDuty(
                        people.get(duty.memberId()).id(),
                        people.get(duty.memberId()).name(),
                        duty.role(),
                        duty.from(),
                        duty.to()))
                .sorted(Comparator.comparing(OnDuty::name))
                .toList();
        return new Watch(named, Witnesses.silent(testimonies));
    }
}
