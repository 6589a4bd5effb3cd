package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.shifts.internal.reader.OwnAccounts;
import coop.greffon.shifts.internal.reader.Reader;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.Period;
import coop.greffon.shifts.internal.store.PeriodKind;
import coop.greffon.shifts.internal.store.leave.JpaLeaveRequests;
import coop.greffon.shifts.internal.store.leave.LeaveEffects;
import coop.greffon.shifts.internal.store.leave.LeaveForesight;
import coop.greffon.shifts.internal.store.leave.LeaveRequest;
import coop.greffon.shifts.internal.store.leave.RequestState;
import coop.greffon.shifts.internal.store.slot.Template;
import coop.greffon.shifts.internal.web.leave.OwnLeavePages;
import coop.greffon.shifts.internal.words.LeaveWords;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaves one asks for oneself, for programs that act for whoever is signed in. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/me/leave-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(OwnLeavePages.ASK)
public final class OwnLeavesResource implements WebResource {
    private final OwnAccounts accounts;
    private final JpaLeaveRequests requests;
    private final LeaveForesight foresight;

    @Activate
    public OwnLeavesResource(
            @Reference OwnAccounts accounts,
            @Reference JpaLeaveRequests requests,
            @Reference LeaveForesight foresight) {
        this.accounts = accounts;
        this.requests = requests;
        this.foresight = foresight;
    }

    /**
     * A leave that was asked for.
     *
     * @param memberId the member on whose account it is
     * @param askedBy the member who asked for it, null where it is another of the reader's household: then it tells its days alone
     * @param kind null likewise
     * @param text which leave, in the reader's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Asked(
            long id,
            long memberId,
            Long askedBy,
            PeriodKind kind,
            String text,
            LocalDate from,
            LocalDate to,
            String note,
            RequestState state,
            Instant askedAt,
            Instant decidedAt,
            String reason) {
        static Asked of(Visit visit, LeaveRequest request) {
            return new Asked(
                    request.id(),
                    request.memberId(),
                    request.kind() == null ? null : request.askerId(),
                    request.kind(),
                    visit.t(LeaveWords.kind(request.kind())),
                    request.from(),
                    request.to(),
                    request.note(),
                    request.state(),
                    request.askedAt(),
                    request.decidedAt(),
                    request.reason());
        }
    }

    /**
     * What a leave would change.
     *
     * @param mayShop whether one may shop on its first day
     * @param standing on its first day
     * @param waived the days on which nothing is due because of it
     * @param due the days of it on which something is due all the same
     * @param placesEnd the last day of the fixed places it frees, null where it frees none
     * @param places the ids of the slots on which there is a fixed place
     * @param sentences the same in the reader's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Effects(
            PeriodKind kind,
            LocalDate from,
            LocalDate to,
            boolean mayShop,
            StatusCode standing,
            List<LocalDate> waived,
            List<LocalDate> due,
            LocalDate alertWithout,
            LocalDate alertWith,
            List<BookingsResource.Seat> freed,
            LocalDate placesEnd,
            List<Long> places,
            LocalDate documentDue,
            LocalDate documentVoid,
            List<String> sentences) {
        /** As staff reads it. */
        static Effects of(Visit visit, LeaveEffects effects) {
            return of(visit, effects, UnaryOperator.identity());
        }

        static Effects of(Visit visit, LeaveEffects effects, UnaryOperator<Comes> seen) {
            Period period = effects.period();
            Period.Document document = period.document();
            return new Effects(
                    period.kind(),
                    period.from(),
                    period.to(),
                    effects.outlook().during().mayShop(),
                    effects.outlook().during().code(),
                    effects.outlook().waived(),
                    effects.outlook().due(),
                    effects.outlook().alertWithout().orElse(null),
                    effects.outlook().alertWith().orElse(null),
                    effects.freed().stream()
                            .map(seat -> BookingsResource.Seat.of(
                                    seat, seen.apply(seat.booking().comes())))
                            .toList(),
                    period.placesEnd(),
                    effects.places().stream().map(Template::id).toList(),
                    document == null ? null : document.due(),
                    document == null ? null : document.voidOn(),
                    LeaveWords.effects(effects).stream().map(visit::t).toList());
        }
    }

    /** All that one asked for, and the days of the leaves that others of one's account asked for, the newest first. */
    @GET
    public List<Asked> list(@Context Visit visit) {
        return requests.seen(accounts.get(visit), Reader.memberId(visit)).stream()
                .map(request -> Asked.of(visit, request))
                .toList();
    }

    /** What a leave would change; nothing is asked for. */
    @POST
    @Path("effects")
    public Effects effects(@Context Visit visit, LeaveDraft draft) {
        return Effects.of(
                visit, foresight.of(accounts.get(visit), Sent.body(draft)), comes -> accounts.seen(visit, comes));
    }

    /** Asks for a leave; asked again for the same while nobody has decided, nothing changes. */
    @POST
    public List<Asked> ask(@Context Visit visit, LeaveDraft draft) {
        requests.ask(accounts.get(visit), Sent.body(draft), visit.actor());
        return list(visit);
    }

    /** No longer asks for it; what another asked for is theirs to withdraw. */
    @DELETE
    @Path("{id}")
    public List<Asked> withdraw(@Context Visit visit, @PathParam("id") long id) {
        requests.withdraw(Reader.memberId(visit), id, visit.actor());
        return list(visit);
    }
}
