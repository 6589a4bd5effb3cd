package coop.greffon.shifts.internal.web;

import coop.greffon.members.Members;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.MemberPanel;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where a person stands with their shifts, on their page. */
@Component(service = MemberPanel.class)
public final class WorkPanel implements MemberPanel {
    private final Templates templates = new StaticTemplates();
    private final JpaWorkers workers;
    private final DutyAccounts duties;
    private final Members members;

    @Activate
    public WorkPanel(@Reference JpaWorkers workers, @Reference DutyAccounts duties, @Reference Members members) {
        this.workers = workers;
        this.duties = duties;
        this.members = members;
    }

    @Override
    public Optional<Content> staff(String subject, Visit visit) {
        OptionalLong member = Subjects.memberId(subject);
        if (member.isEmpty() || !visit.may(WorkerPages.LIST)) {
            return Optional.empty();
        }
        long of = duties.atTheDoor(member.getAsLong(), visit.today());
        Optional<WorkAccount> account = workers.account(of, visit.today(), null);
        if (account.isEmpty() && !visit.may(WorkerPages.EDIT)) {
            return Optional.empty();
        }
        return Optional.of(templates.workPanel(
                visit,
                account.orElse(null),
                other(member.getAsLong(), of),
                WorkerPages.path(of),
                leave(visit, member.getAsLong())));
    }

    @Override
    public Optional<Content> self(Visit visit) {
        OptionalLong member = Subjects.memberId(visit.signedIn().subject());
        if (member.isEmpty()) {
            return Optional.empty();
        }
        long of = duties.of(member.getAsLong(), visit.today());
        return workers.account(of, visit.today(), null)
                .map(account ->
                        templates.workPanel(visit, account, other(member.getAsLong(), of), OwnPages.PATH, null));
    }

    /** Where a leave is noted of somebody who acts on the account of another; null where they do not, or the reader may not. */
    private String leave(Visit visit, long member) {
        boolean isOfAnother = visit.may(WorkerPages.EDIT) && duties.of(member, visit.today()) != member;
        return isOfAnother ? WorkerPages.path(member) + "/leave" : null;
    }

    /** In whose name the account is, null where it is their own. */
    private String other(long member, long of) {
        return member == of ? null : members.get(of).name();
    }
}
