package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.DutyAccounts;
import coop.greffon.shifts.internal.store.EnrolmentDraft;
import coop.greffon.shifts.internal.store.JpaWorkers;
import coop.greffon.shifts.internal.store.WorkAccount;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.Known;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import coop.greffon.web.rest.Sent;
import coop.greffon.web.table.Tables;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where somebody stands with their shifts, and why. */
@Component(service = WebResource.class)
@Path("/shifts/members/{id: \\d+}")
public final class WorkerPages implements WebResource {
    static final String LIST = "shifts.worker.list";
    /** The right to decide about people's shifts. */
    public static final String EDIT = "shifts.worker.edit";

    static final int UNPROCESSABLE = 422;

    private final Templates templates = new StaticTemplates();
    private final JpaWorkers workers;
    private final Members members;
    private final DutyAccounts duties;
    private final WorkerSlots slots;
    private final Tables tables;

    @Activate
    public WorkerPages(
            @Reference JpaWorkers workers,
            @Reference DutyAccounts duties,
            @Reference WorkerSlots slots,
            @Reference Members members,
            @Reference Tables tables) {
        this.workers = workers;
        this.duties = duties;
        this.slots = slots;
        this.members = members;
        this.tables = tables;
    }

    static String path(long memberId) {
        return "/shifts/members/" + memberId;
    }

    public static Crumb above() {
        return new Crumb(Text.of("shifts.list.title"), "/shifts/members");
    }

    public static Crumb above(Member member) {
        return new Crumb(Text.of("shifts.worker.title", member.name()), path(member.id()));
    }

    /**
     * Where somebody stands on a day, today unless another is asked for, as known then or now.
     *
     * @param again asks for the form by which whoever no longer works is enrolled again
     */
    @GET
    @RequiresPermission(LIST)
    public Response show(
            @Context Visit visit,
            @PathParam("id") long id,
            @QueryParam("on") String on,
            @QueryParam("known") String known,
            @QueryParam("again") String again) {
        Member member = members.get(id);
        LocalDate day = Optional.ofNullable(Sent.day("on", on)).orElse(visit.today());
        Optional<WorkAccount> account = workers.account(member.id(), day, Known.at(visit, known));
        long accountOf = account.isPresent() ? member.id() : duties.of(member.id(), visit.today());
        if (accountOf != member.id()) {
            return Response.seeOther(URI.create(path(accountOf))).build();
        }
        if (account.isEmpty() || again != null && account.get().tracks().last().track() == null) {
            return Response.ok(enrolment(visit, member)).build();
        }
        return tables.answer(
                visit,
                ExplanationTable.TABLE,
                ExplanationTable.rows(account.get()),
                journal -> Page.of(
                                Text.of("shifts.worker.title", member.name()),
                                templates.worker(
                                        visit,
                                        member,
                                        account.get(),
                                        slots.of(member.id()),
                                        sharing(visit, member),
                                        askers(account.get()),
                                        known != null && !known.isBlank(),
                                        journal))
                        .below(above())
                        .withHelp("shifts/standing"));
    }

    /** Whoever else acts on the account of somebody, and stands by it. */
    private List<MemberSummary> sharing(Visit visit, Member member) {
        List<Long> others = duties.people(member.id(), visit.today()).stream()
                .filter(id -> id != member.id())
                .toList();
        return others.isEmpty()
                ? List.of()
                : List.copyOf(members.summaries(others).values());
    }

    /** The names of those who asked for a leave on the account of another. */
    private Map<Long, String> askers(WorkAccount account) {
        long accountOf = account.enrolment().memberId();
        List<Long> others = account.periods().stream()
                .map(period -> period.person(accountOf))
                .filter(id -> id != accountOf)
                .distinct()
                .toList();
        Map<Long, String> names = new HashMap<>();
        if (!others.isEmpty()) {
            members.summaries(others).forEach((id, one) -> names.put(id, one.name()));
        }
        return names;
    }

    Page enrolment(Visit visit, Member member) {
        Map<String, String> values = new HashMap<>(Map.of("track", Track.FLYING.name()));
        values.put("start", visit.today().toString());
        return enrolment(visit, Form.of(visit, values), member);
    }

    @POST
    @Path("enrolment")
    @RequiresPermission(EDIT)
    public Response enrol(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            var draft = new EnrolmentDraft(typed.one("track", Track.class), typed.date("start"));
            typed.insist();
            workers.enrol(id, draft, visit.actor());
            return done(id, "shifts.done.enrolled");
        } catch (Problem problem) {
            return refused(enrolment(visit, Form.refused(visit, typed.values(), problem), members.get(id)));
        }
    }

    private Page enrolment(Visit visit, Form form, Member member) {
        List<Choice> tracks = EnrolmentPages.tracks(visit);
        return Page.narrow(
                        Text.of("shifts.worker.title", member.name()),
                        templates.enrolment(visit, form, member, tracks, wouldShare(visit, member)))
                .below(above())
                .withHelp("shifts/standing");
    }

    /** With whom the account would be shared, by the track that is chosen. */
    private List<Text> wouldShare(Visit visit, Member member) {
        List<Text> sentences = new ArrayList<>();
        for (Track track : Track.values()) {
            List<Long> others = duties.wouldShare(member.id(), track, visit.today());
            if (!others.isEmpty()) {
                sentences.add(Text.of("shifts.enrolment.shares", Text.of("shifts.track." + track), names(others)));
            }
        }
        return sentences;
    }

    private String names(List<Long> ids) {
        Map<Long, MemberSummary> known = members.summaries(ids);
        return ids.stream().map(id -> known.get(id).name()).collect(Collectors.joining(", "));
    }

    static Response done(long id, String what) {
        return Response.seeOther(URI.create(path(id) + "?done=" + what)).build();
    }

    static Response refused(Page page) {
        return Response.status(UNPROCESSABLE).entity(page).build();
    }
}
