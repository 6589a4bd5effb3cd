package coop.greffon.shifts.internal.neighbour;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Households;
import coop.greffon.members.admission.AdmissionRule;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.Verdict;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Standing.Remedy.Kind;
import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.shifts.internal.store.JpaLeaves;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.words.StandingWords;
import coop.greffon.web.table.Column.Tone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where somebody stands with their shifts decides whether they may shop; a grace can be given on the spot. */
@Component(service = AdmissionRule.class)
public final class WorkAtTheDoor implements AdmissionRule {
    static final String GRACE = "grace";
    private static final String MAY_GRANT = "shifts.grace.grant";

    private final JpaWorkers workers;
    private final JpaLeaves leaves;
    private final Households households;
    private final DutyAccounts duties;
    private final Clock clock;

    @Activate
    public WorkAtTheDoor(
            @Reference JpaWorkers workers,
            @Reference JpaLeaves leaves,
            @Reference Households households,
            @Reference DutyAccounts duties,
            @Reference Clock clock) {
        this.workers = workers;
        this.leaves = leaves;
        this.households = households;
        this.duties = duties;
        this.clock = clock;
    }

    /** Whoever shops for a household does so by its one account, or else as those who work for it. */
    @Override
    public List<Finding> judge(long memberId, Instant at) {
        LocalDate day = at.atZone(clock.getZone()).toLocalDate();
        Optional<WorkAccount> own = workers.account(duties.atTheDoor(memberId, day), day, null);
        if (own.isPresent()) {
            return List.of(finding(own.get(), true));
        }
        return households.of(memberId, day).stream()
                .flatMap(household -> household.on(day).stream())
                .filter(person -> person.role() == HouseholdRole.WORKER && person.memberId() != memberId)
                .flatMap(person -> workers.account(person.memberId(), day, null).stream())
                .map(account -> finding(account, false))
                .toList();
    }

    private static Finding finding(WorkAccount account, boolean isOwn) {
        Standing standing = account.standing();
        Tone tone = StandingWords.tone(standing.code(), standing.mayShop());
        Verdict verdict = tone == Tone.DENY ? Verdict.DENY : tone == Tone.WARN ? Verdict.WARN : Verdict.ALLOW;
        return new Finding(
                verdict,
                StandingWords.meaning(standing),
                standing.until(),
                remedy(account, isOwn).orElse(null));
    }

    /** In the words of their own page. */
    private static Optional<coop.greffon.members.admission.Remedy> remedy(WorkAccount account, boolean isOwn) {
        List<Standing.Remedy> remedies = account.standing().remedies();
        Optional<Text> first = remedies.stream().findFirst().map(one -> StandingWords.remedy(one, account.unit()));
        Optional<Standing.Remedy> grace = remedies.stream()
                .filter(remedy -> remedy.kind() == Kind.ASK_FOR_GRACE)
                .findFirst();
        // The grace of another is given on their own page.
        if (isOwn && grace.isPresent()) {
            return Optional.of(new coop.greffon.members.admission.Remedy(
                    Text.of("shifts.door.grace", grace.get().by(), first.orElseThrow()),
                    new coop.greffon.members.admission.Remedy.Action(GRACE, Text.of("shifts.grace.give"), MAY_GRANT)));
        }
        return first.map(coop.greffon.members.admission.Remedy::of);
    }

    @Override
    public void act(long memberId, String action, Actor by) {
        if (!action.equals(GRACE)) {
            throw new NotFound(Text.of("members.admission.no-action", action));
        }
        leaves.giveGrace(duties.atTheDoor(memberId, LocalDate.now(clock)), by);
    }
}
