package coop.greffon.shifts.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rest.OwnLeavesResource.Effects;
import coop.greffon.shifts.internal.rules.AlertForecast;
import coop.greffon.shifts.internal.rules.Counter;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.Unit;
import coop.greffon.shifts.internal.store.DecisionDraft;
import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.JpaDocuments;
import coop.greffon.shifts.internal.store.JpaLeaves;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.LeaveDraft;
import coop.greffon.shifts.internal.store.Posted;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.store.leave.LeaveForesight;
import coop.greffon.shifts.internal.words.Known;
import coop.greffon.shifts.internal.words.StandingWords;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where people stand with their shifts, and what is decided about them, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/members/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class WorkersResource implements WebResource {
    private static final String LIST = "shifts.worker.list";
    private static final String EDIT = "shifts.worker.edit";
    private static final String GRACE = "shifts.grace.grant";

    private final JpaWorkers workers;
    private final DutyAccounts duties;
    private final JpaLeaves leaves;
    private final LeaveForesight foresight;
    private final JpaDocuments documents;
    private final Members members;

    @Activate
    public WorkersResource(
            @Reference JpaWorkers workers,
            @Reference DutyAccounts duties,
            @Reference JpaLeaves leaves,
            @Reference LeaveForesight foresight,
            @Reference JpaDocuments documents,
            @Reference Members members) {
        this.workers = workers;
        this.duties = duties;
        this.leaves = leaves;
        this.foresight = foresight;
        this.documents = documents;
        this.members = members;
    }

    /**
     * Where somebody stands, and why.
     *
     * @param text the same in the reader's language
     * @param mayVote as far as shifts decide
     * @param noVote why they may not vote, null where they may
     * @param until the last day of it, null where it is not known
     * @param nextAlert of a flying worker, null for others and as of another day than today
     * @param balances minutes or hundredths of a shift, as {@code unit} says
     * @param accountOf the member in whose name the account of the household is, null where it is their own
     * @param begins the day on which they begin, where that is a later one; null where they have begun
     * @param asKnown until when what was recorded counts, null where all that is recorded does
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Status(
            LocalDate on,
            String code,
            String text,
            boolean mayShop,
            boolean mayVote,
            NoVote noVote,
            LocalDate until,
            List<Reason> reasons,
            List<Remedy> remedies,
            NextAlert nextAlert,
            Unit unit,
            Map<Counter, Long> balances,
            List<Line> explanation,
            Long accountOf,
            LocalDate begins,
            AsKnown asKnown) {}

    /**
     * Until when what was recorded counts.
     *
     * @param limits what is as of now all the same, since nothing is kept of how it was, in the reader's language
     */
    public record AsKnown(Instant until, String limits) {
        static AsKnown of(Visit visit, Instant until) {
            return until == null ? null : new AsKnown(until, visit.t("shifts.asof.limits"));
        }
    }

    /**
     * Why somebody may not vote.
     *
     * @param because STANDING or COUNTER
     * @param least what has to be on the counter at least, null where it is not about that
     * @param lacking how much of it is lacking, null where it is not about that
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NoVote(String because, Long least, Long lacking, String text) {
        static NoVote of(Visit visit, Standing standing, Unit unit) {
            Standing.NoVote none = standing.noVote();
            if (none == null) {
                return null;
            }
            boolean isCounter = none.because() == Standing.NoVote.Because.COUNTER;
            return new NoVote(
                    none.because().name(),
                    isCounter ? none.least() : null,
                    isCounter ? none.lacking() : null,
                    visit.t(StandingWords.vote(standing, unit)));
        }
    }

    /** Something that holds on that day. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reason(String code, LocalDate since, LocalDate until) {}

    /** Something that would help. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Remedy(String kind, long amount, LocalDate by, String text) {}

    /** When the next alert begins, if nothing is done and with what is booked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NextAlert(LocalDate ifNothing, LocalDate withBooked, boolean isRegistered) {}

    /** An entry, and what was on its counter after it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            LocalDate on, String rule, Counter counter, long amount, long balance, Instant recordedAt, String note) {}

    /** Where somebody stands on a day, by what was recorded, and by the rules that were chosen, until an instant or the end of a day. */
    @GET
    @Path("status")
    @RequiresPermission(LIST)
    public Status status(
            @Context Visit visit,
            @PathParam("id") long id,
            @QueryParam("on") String on,
            @QueryParam("known") String known) {
        LocalDate day = Optional.ofNullable(Sent.day("on", on)).orElse(visit.today());
        return status(visit, id, day, Known.at(visit, known));
    }

    private Status status(Visit visit, long id, LocalDate day, Instant known) {
        long member = members.get(id).id();
        long accountOf = duties.atTheDoor(member, day);
        return workers.account(accountOf, day, known)
                .map(account -> status(visit, account, accountOf != member, AsKnown.of(visit, known)))
                .orElseThrow(() -> new NotFound(Text.of("shifts.worker.unknown")));
    }

    static Status status(Visit visit, WorkAccount account, boolean isOfAnother, AsKnown asKnown) {
        Standing standing = account.standing();
        return new Status(
                account.on(),
                standing.code().name(),
                visit.t(StandingWords.name(standing)),
                standing.mayShop(),
                standing.mayVote(),
                NoVote.of(visit, standing, account.unit()),
                standing.until(),
                standing.reasons().stream()
                        .map(reason -> new Reason(reason.code().name(), reason.since(), reason.until()))
                        .toList(),
                standing.remedies().stream()
                        .map(remedy -> new Remedy(
                                remedy.kind().name(),
                                remedy.amount(),
                                remedy.by(),
                                visit.t(StandingWords.remedy(remedy, account.unit()))))
                        .toList(),
                account.outlook(visit.today()).map(WorkersResource::nextAlert).orElse(null),
                account.unit(),
                account.worker().journal().balances(account.on()),
                account.lines().stream()
                        .map(line -> line(line.posted(), line.balance()))
                        .toList(),
                isOfAnother ? account.enrolment().memberId() : null,
                standing.begins(),
                asKnown);
    }

    private static NextAlert nextAlert(AlertForecast forecast) {
        return new NextAlert(
                forecast.ifNothing().orElse(null), forecast.withBooked().orElse(null), forecast.isRegistered());
    }

    private static Line line(Posted posted, long balance) {
        return new Line(
                posted.entry().effectiveOn(),
                posted.entry().rule().name(),
                posted.entry().counter(),
                posted.entry().amount(),
                balance,
                posted.entry().recordedAt(),
                posted.note());
    }

    /** Has somebody work from a day on; asked again for the same, nothing changes. */
    @POST
    @Path("enrolment")
    @RequiresPermission(EDIT)
    public Status enrol(@Context Visit visit, @PathParam("id") long id, EnrolmentDraft draft) {
        workers.enrol(id, Sent.body(draft), visit.actor());
        return status(visit, id, visit.today(), null);
    }

    /** Changes a counter by hand; with the same {@code requestKey} once. */
    @POST
    @Path("decisions")
    @RequiresPermission(EDIT)
    public Status decide(@Context Visit visit, @PathParam("id") long id, DecisionDraft draft) {
        workers.decide(id, Sent.body(draft), visit.actor());
        return status(visit, id, visit.today(), null);
    }

    /** Writes down days on which somebody owes nothing; asked again for the same, nothing changes. */
    @POST
    @Path("leaves")
    @RequiresPermission(EDIT)
    public Status giveLeave(@Context Visit visit, @PathParam("id") long id, LeaveDraft draft) {
        leaves.giveLeave(id, Sent.body(draft), visit.actor());
        return status(visit, id, visit.today(), null);
    }

    /** What a leave would change; nothing is written down. */
    @POST
    @Path("leaves/effects")
    @RequiresPermission(EDIT)
    public Effects effects(@Context Visit visit, @PathParam("id") long id, LeaveDraft draft) {
        return Effects.of(visit, foresight.of(members.get(id).id(), Sent.body(draft)));
    }

    /** When a document was seen. */
    public record Seen(@NotNull LocalDate on) {}

    /** Writes down that the document of a leave was seen; said again, the first day stays. */
    @POST
    @Path("periods/{period}/document")
    @RequiresPermission(EDIT)
    public Status document(
            @Context Visit visit, @PathParam("id") long id, @PathParam("period") long period, Seen seen) {
        documents.see(id, period, Sent.required("on", Sent.body(seen).on()), visit.actor());
        return status(visit, id, visit.today(), null);
    }

    /** Takes a leave or a grace back. */
    @DELETE
    @Path("periods/{period}")
    @RequiresPermission(EDIT)
    public Status withdraw(@Context Visit visit, @PathParam("id") long id, @PathParam("period") long period) {
        leaves.withdraw(id, period, visit.actor());
        return status(visit, id, visit.today(), null);
    }

    /** Gives the grace that the rules allow now. */
    @POST
    @Path("grace")
    @RequiresPermission(GRACE)
    public Status giveGrace(@Context Visit visit, @PathParam("id") long id) {
        leaves.giveGrace(id, visit.actor());
        return status(visit, id, visit.today(), null);
    }
}
