package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.reader.Reader;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.store.booking.JpaHolds;
import coop.greffon.shifts.internal.store.exchange.ExchangeBoard;
import coop.greffon.shifts.internal.store.exchange.JpaRequests;
import coop.greffon.shifts.internal.store.pool.JpaPool;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar;
import coop.greffon.shifts.internal.store.slot.ShiftCalendar.OwnSeat;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.web.portal.Between;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import coop.greffon.web.table.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own shifts: where one stands, and why. */
@Component(service = WebResource.class)
@Path(OwnPages.PATH)
@RequiresPermission(OwnPages.READ)
public final class OwnPages implements WebResource {
    static final String PATH = "/shifts/mine";

    /** The right to see one's own shifts. */
    public static final String READ = "shifts.self.read";

    /** A year of shifts to come, or as many as a page can show. */
    private static final int DAYS = 365;

    private static final int MOST = 12;

    private final Templates templates = new StaticTemplates();
    private final OwnAccounts accounts;
    private final JpaWorkers workers;
    private final ShiftCalendar shifts;
    private final JpaRequests requests;
    private final ExchangeBoard exchanges;
    private final JpaPool pool;
    private final JpaHolds holds;
    private final Members members;
    private final Tables tables;

    @Activate
    public OwnPages(
            @Reference OwnAccounts accounts,
            @Reference JpaWorkers workers,
            @Reference ShiftCalendar shifts,
            @Reference JpaRequests requests,
            @Reference ExchangeBoard exchanges,
            @Reference JpaPool pool,
            @Reference JpaHolds holds,
            @Reference Members members,
            @Reference Tables tables) {
        this.accounts = accounts;
        this.workers = workers;
        this.shifts = shifts;
        this.requests = requests;
        this.exchanges = exchanges;
        this.pool = pool;
        this.holds = holds;
        this.members = members;
        this.tables = tables;
    }

    /** Where one stands today, or stood or will stand on another day. */
    @GET
    public Response show(@Context Visit visit, @QueryParam("on") String on) {
        LocalDate day = Optional.ofNullable(Sent.day("on", on)).orElse(visit.today());
        long member = accounts.get(visit, day);
        String name = accounts.isOfAnother(visit, day) ? members.get(member).name() : null;
        WorkAccount account = workers.account(member, day, null)
                .map(whole -> whole.seenBy(Reader.memberId(visit)))
                .orElseThrow(() -> new NotFound(Text.of("shifts.self.none")));
        return tables.answer(
                visit,
                ExplanationTable.TABLE,
                ExplanationTable.rows(account),
                journal -> Page.of(
                                Text.of("shifts.self.title"),
                                templates.own(
                                        visit,
                                        account,
                                        name,
                                        journal,
                                        coming(visit),
                                        accounts.choices(visit).size() > 1,
                                        between(accounts.get(visit)),
                                        pool.isOn()))
                        .withHelp("shifts/standing"));
    }

    private Between between(long accountOf) {
        return Between.of(accountOf, requests, exchanges, holds, members);
    }

    private List<OwnSeat> coming(Visit visit) {
        return shifts.of(accounts.get(visit), visit.today(), visit.today().plusDays(DAYS)).stream()
                .filter(seat -> seat.shift().span().ends().isAfter(visit.now()))
                .filter(seat -> seat.booking().state().isNext())
                .map(seat -> accounts.isOfAnother(visit) ? seat.seenByTheOther() : seat)
                .limit(MOST)
                .toList();
    }
}
