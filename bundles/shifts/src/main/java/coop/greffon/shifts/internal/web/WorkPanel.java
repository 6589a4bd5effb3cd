package coop.greffon.shifts.internal.web;

import coop.greffon.members.Subjects;
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

    @Activate
    public WorkPanel(@Reference JpaWorkers workers) {
        this.workers = workers;
    }

    @Override
    public Optional<Content> staff(String subject, Visit visit) {
        OptionalLong member = Subjects.memberId(subject);
        if (member.isEmpty() || !visit.may(WorkerPages.LIST)) {
            return Optional.empty();
        }
        Optional<WorkAccount> account = workers.account(member.getAsLong(), visit.today(), null);
        if (account.isEmpty() && !visit.may(WorkerPages.EDIT)) {
            return Optional.empty();
        }
        String more = WorkerPages.path(member.getAsLong());
        return Optional.of(templates.workPanel(visit, account.orElse(null), more));
    }

    @Override
    public Optional<Content> self(Visit visit) {
        OptionalLong member = Subjects.memberId(visit.signedIn().subject());
        return member.isEmpty()
                ? Optional.empty()
                : workers.account(member.getAsLong(), visit.today(), null)
                        .map(account -> templates.workPanel(visit, account, OwnPages.PATH));
    }
}
