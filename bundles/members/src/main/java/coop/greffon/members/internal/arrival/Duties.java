package coop.greffon.members.internal.arrival;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Text;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.members.arrival.DutyRoster;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is on duty, as all rosters together say. */
@Component(service = Duties.class)
public class Duties {
    private static final Logger LOG = LoggerFactory.getLogger(Duties.class);

    private final Members members;
    private final Extensions<DutyRoster> rosters;

    @Activate
    public Duties(BundleContext context, @Reference Members members) {
        this(members, Extensions.of(context, DutyRoster.class));
    }

    Duties(Members members, Extensions<DutyRoster> rosters) {
        this.members = members;
        this.rosters = rosters;
    }

    /**
     * Somebody on duty.
     *
     * @param name the name shown
     */
    public record OnDuty(long memberId, String name, Text role, Instant from, Instant to) {}

    @Deactivate
    void stop() {
        rosters.close();
    }

    /** Who is on duty at an instant, by name; a roster that fails is left out. */
    public List<OnDuty> at(Instant at) {
        List<DutyRoster.Duty> duties = new ArrayList<>();
        for (Extension<DutyRoster> roster : rosters.all()) {
            try {
                duties.addAll(roster.service().onDuty(at));
            } catch (RuntimeException | LinkageError failed) {
                LOG.warn("Module {} could not say who is on duty", roster.module(), failed);
            }
        }
        Map<Long, MemberSummary> people = members.summaries(
                duties.stream().map(DutyRoster.Duty::memberId).distinct().toList());
        return duties.stream()
                .filter(duty -> people.containsKey(duty.memberId()))
                .map(duty -> new OnDuty(
                        duty.memberId(), people.get(duty.memberId()).name(), duty.role(), duty.from(), duty.to()))
                .sorted(Comparator.comparing(OnDuty::name))
                .toList();
    }
}
