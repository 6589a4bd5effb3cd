package coop.greffon.members.internal.admission;

import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Households;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.StatusChange;
import coop.greffon.members.admission.AdmissionRule;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.internal.rules.MembershipFindings;
import coop.greffon.members.internal.rules.MembershipFindings.Housemate;
import coop.greffon.members.internal.rules.MembershipFindings.Standing;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What membership says. */
@Component(service = AdmissionRule.class)
public final class MembershipRule implements AdmissionRule {
    private final Members members;
    private final Households households;
    private final Clock clock;

    @Activate
    public MembershipRule(@Reference Members members, @Reference Households households, @Reference Clock clock) {
        this.members = members;
        this.households = households;
        this.clock = clock;
    }

    @Override
    public List<Finding> judge(long memberId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        Standing own = members.statusOn(memberId, day, clock.instant())
                .map(change -> new Standing(change.status(), change.on()))
                .orElse(Standing.NONE);
        if (own.status() == MemberStatus.MEMBER) {
            return List.of(MembershipFindings.of(own, Set.of(), List.of()));
        }
        List<Household.Person> people =
                households.of(memberId, day).map(household -> household.on(day)).orElse(List.of());
        List<Housemate> others = people.stream()
                .filter(person -> person.memberId() != memberId)
                .map(person -> new Housemate(
                        person.name(), roles(people, person.memberId()), statusOf(person.memberId(), day)))
                .toList();
        return List.of(MembershipFindings.of(own, roles(people, memberId), others));
    }

    private MemberStatus statusOf(long memberId, LocalDate day) {
        return members.statusOn(memberId, day, clock.instant())
                .map(StatusChange::status)
                .orElse(null);
    }

    private static Set<HouseholdRole> roles(List<Household.Person> people, long memberId) {
        return people.stream()
                .filter(person -> person.memberId() == memberId)
                .map(Household.Person::role)
                .collect(Collectors.toSet());
    }
}
