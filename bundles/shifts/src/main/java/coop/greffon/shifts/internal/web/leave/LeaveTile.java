package coop.greffon.shifts.internal.web.leave;

import coop.greffon.shifts.internal.store.JpaDocuments;
import coop.greffon.shifts.internal.store.leave.JpaLeaveRequests;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.web.WorkerPages;
import coop.greffon.web.TodayTile;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many leaves wait for a decision, and how many documents are missing; nothing where none does. */
@Component(service = TodayTile.class)
public final class LeaveTile implements TodayTile {
    private final Templates templates = new StaticTemplates();
    private final JpaLeaveRequests requests;
    private final JpaDocuments documents;

    @Activate
    public LeaveTile(@Reference JpaLeaveRequests requests, @Reference JpaDocuments documents) {
        this.requests = requests;
        this.documents = documents;
    }

    @Override
    public Optional<Content> tile(Visit visit) {
        if (!visit.may(WorkerPages.EDIT)) {
            return Optional.empty();
        }
        long open = requests.countOpen();
        int missing = documents.missing(visit.today()).size();
        return open + missing == 0 ? Optional.empty() : Optional.of(templates.leaveTile(visit, open, missing));
    }
}
