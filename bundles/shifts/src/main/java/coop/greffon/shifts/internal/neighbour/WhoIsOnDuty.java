package coop.greffon.shifts.internal.neighbour;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.PermissionSource;
import coop.greffon.core.message.Text;
import coop.greffon.members.Subjects;
import coop.greffon.members.arrival.DutyRoster;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.shifts.internal.store.booking.Roster;
import coop.greffon.shifts.internal.store.booking.Roster.OnDuty;
import coop.greffon.shifts.internal.store.slot.Skills;
import coop.greffon.shifts.internal.web.attendance.SheetListPages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whoever is on a shift: the door knows them, and around it they may keep its sheet and welcome people; whoever led it may close the sheet
 * afterwards.
 */
@Component(service = {DutyRoster.class, PermissionSource.class})
public final class WhoIsOnDuty implements DutyRoster, PermissionSource {
    private static final Duration AROUND = Duration.ofMinutes(20);
    private static final Set<String> DESK =
            Set.of(SheetListPages.TELL, "members.member.find", "members.arrival.record");

    private final Roster roster;
    private final DutyAccounts duties;
    private final Clock clock;

    @Activate
    public WhoIsOnDuty(@Reference Roster roster, @Reference DutyAccounts duties, @Reference Clock clock) {
        this.roster = roster;
        this.duties = duties;
        this.clock = clock;
    }

    @Override
    public List<Duty> onDuty(Instant at) {
        return roster.around(at).stream()
                .filter(duty ->
                        !duty.span().starts().isAfter(at) && duty.span().ends().isAfter(at))
                .map(duty -> new Duty(
                        duty.memberId(),
                        role(duty),
                        duty.span().starts(),
                        duty.span().ends()))
                .toList();
    }

    private static Text role(OnDuty duty) {
        return Text.of(Skills.LEADER.equals(duty.skill()) ? "shifts.duty.leads" : "shifts.duty.works", duty.job());
    }

    @Override
    public Set<String> permissions(Account account, Instant at) {
        OptionalLong member = Subjects.memberId(account.subject());
        List<OnDuty> own = member.isPresent()
                ? roster.now(duty -> counts(duty, at) && isTheirs(duty, member.getAsLong(), at), at)
                : List.of();
        if (own.stream().anyMatch(duty -> isAround(duty, at))) {
            return DESK;
        }
        return own.isEmpty() ? Set.of() : Set.of(SheetListPages.TELL);
    }

    private static boolean counts(OnDuty duty, Instant at) {
        boolean hasLed =
                Skills.LEADER.equals(duty.skill()) && !duty.span().ends().isAfter(at);
        return hasLed || isAround(duty, at);
    }

    private static boolean isAround(OnDuty duty, Instant at) {
        return !duty.span().starts().isAfter(at.plus(AROUND))
                && !duty.span().ends().isBefore(at.minus(AROUND));
    }

    /** Asked at each request: households are looked at only where another of one comes. */
    private boolean isTheirs(OnDuty duty, long memberId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        if (duty.memberId() == memberId) {
            return duty.comes() != Comes.PARTNER || duties.people(memberId, day).size() == 1;
        }
        return duty.comes() != Comes.THEMSELVES && duties.of(memberId, day) == duty.memberId();
    }
}
