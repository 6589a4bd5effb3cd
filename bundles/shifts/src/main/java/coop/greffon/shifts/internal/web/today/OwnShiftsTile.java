package coop.greffon.shifts.internal.web.today;

import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.TodayTile;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where one stands with one's shifts, and when one comes next. */
@Component(service = TodayTile.class)
public final class OwnShiftsTile implements TodayTile {
    private static final int DAYS = 365;

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final JpaWorkers workers;
    private final ShiftCalendar shifts;

    @Activate
    public OwnShiftsTile(
            @Reference OwnAccounts accounts, @Reference JpaWorkers workers, @Reference ShiftCalendar shifts) {
        this.accounts = accounts;
        this.workers = workers;
        this.shifts = shifts;
    }

    @Override
    public Optional<Content> tile(Visit visit) {
        return accounts.find(visit).stream()
                .mapToObj(member -> workers.account(member, visit.today(), null))
                .flatMap(Optional::stream)
                .findFirst()
                .map(account -> templates.ownShiftsTile(visit, account.standing(), next(visit, account)));
    }

    private OwnSeat next(Visit visit, WorkAccount account) {
        return shifts
                .of(account.enrolment().memberId(), visit.today(), visit.today().plusDays(DAYS))
                .stream()
                .filter(seat -> seat.shift().span().ends().isAfter(visit.now()))
                .filter(seat ->
                        seat.booking().seated() && seat.booking().state().isOpen())
                .findFirst()
                .orElse(null);
    }
}
