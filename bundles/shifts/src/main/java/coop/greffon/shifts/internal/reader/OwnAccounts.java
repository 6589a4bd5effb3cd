package coop.greffon.shifts.internal.reader;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.web.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The account on which whoever is signed in acts: their own, or that of their household. */
@Component(service = OwnAccounts.class)
public final class OwnAccounts {
    private final DutyAccounts duties;

    @Activate
    public OwnAccounts(@Reference DutyAccounts duties) {
        this.duties = duties;
    }

    /** The member it is the account of; empty for who has no record. */
    public OptionalLong find(Visit visit) {
        OptionalLong member = self(visit);
        return member.isEmpty() ? member : OptionalLong.of(duties.of(member.getAsLong(), visit.today()));
    }

    /** Devices are nobody. */
    private static OptionalLong self(Visit visit) {
        return visit.account()
                .map(account -> Subjects.memberId(account.subject()))
                .orElse(OptionalLong.empty());
    }

    /**
     * The member it is the account of.
     *
     * @throws NotFound where the reader has no record
     */
    public long get(Visit visit) {
        return find(visit).orElseThrow(() -> new NotFound(Text.of("shifts.self.none")));
    }

    /**
     * The member whose account it was, or will be, on a day.
     *
     * @throws NotFound where the reader has no record
     */
    public long get(Visit visit, LocalDate day) {
        return duties.of(self(visit).orElseThrow(() -> new NotFound(Text.of("shifts.self.none"))), day);
    }

    /** Whether it is in the name of another of the household. */
    public boolean isOfAnother(Visit visit) {
        return isOfAnother(visit, visit.today());
    }

    /** Whether it was, or will be, in the name of another of the household on a day. */
    public boolean isOfAnother(Visit visit, LocalDate day) {
        OptionalLong member = self(visit);
        return member.isPresent() && member.getAsLong() != duties.of(member.getAsLong(), day);
    }

    /** Who may come on it, as the reader says it; only the reader where they live alone. */
    public List<Comes> choices(Visit visit) {
        OptionalLong account = find(visit);
        if (account.isEmpty() || !duties.isShared(account.getAsLong(), visit.today())) {
            return List.of(Comes.THEMSELVES);
        }
        return duties.hasCompanion(account.getAsLong(), visit.today())
                ? List.of(Comes.values())
                : List.of(Comes.THEMSELVES, Comes.PARTNER);
    }

    /** Who comes, as the reader says it and as it is kept, or the other way round: for another it is they who are the partner. */
    public Comes seen(Visit visit, Comes comes) {
        return isOfAnother(visit) ? comes.seenByTheOther() : comes;
    }
}
