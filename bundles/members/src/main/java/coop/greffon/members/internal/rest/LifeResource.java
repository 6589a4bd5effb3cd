package coop.greffon.members.internal.rest;

import coop.greffon.members.Member;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.Members;
import coop.greffon.members.StatusDraft;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.Arrivals;
import coop.greffon.members.arrival.Questions;
import coop.greffon.members.internal.arrival.Duties;
import coop.greffon.members.internal.merge.MergeService;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
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

/** Leaving, being one with another record, coming through the door: for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class LifeResource implements WebResource {
    private static final int MOST_ARRIVALS = 200;

    private final Members members;
    private final MergeService merging;
    private final Arrivals arrivals;
    private final Duties duties;

    @Activate
    public LifeResource(
            @Reference Members members,
            @Reference MergeService merging,
            @Reference Arrivals arrivals,
            @Reference Duties duties) {
        this.members = members;
        this.merging = merging;
        this.arrivals = arrivals;
        this.duties = duties;
    }

    /** A departure: the first day as a former member, and why. */
    public record Departure(LocalDate on, String reason) {}

    /** Sentences in the reader's language that say what is to be settled first. */
    public record Unsettled(List<String> matters) {}

    /** The record that is to stay. */
    public record Merge(Long into) {}

    /**
     * An arrival to be written down.
     *
     * @param cause its key; sent again with the same one it is the same arrival
     * @param device where, null for nowhere in particular
     */
    public record ArrivalDraft(String cause, Long memberId, String device, Map<String, String> answers) {}

    /** What a module said about an arrival, in the reader's language. */
    public record Heard(String module, boolean heard, List<String> said) {}

    /** A question in the reader's language. */
    public record Asked(String id, String text, List<Answer> choices) {}

    /** One of the answers to a question. */
    public record Answer(String value, String label) {}

    /**
     * What to ask, in the reader's language.
     *
     * @param notChecked the modules that might have asked something and did not answer
     */
    public record Questioning(List<Asked> questions, List<String> notChecked) {}

    /**
     * All on duty, as far as is known.
     *
     * @param notChecked the modules that keep a roster and did not answer
     */
    public record Watch(List<Duty> duties, List<String> notChecked) {}

    /** Somebody on duty. */
    public record Duty(long memberId, String name, String role, Instant from, Instant to) {}

    @GET
    @Path("members/{id}/resignation")
    @RequiresPermission(MembersResource.LIST)
    public Unsettled unsettled(@Context Visit visit, @PathParam("id") long id, @QueryParam("on") LocalDate on) {
        LocalDate day = on == null ? visit.today() : on;
        return new Unsettled(members.unsettled(id, day).stream().map(visit::t).toList());
    }

    @POST
    @Path("members/{id}/resignation")
    @RequiresPermission(MembersResource.EDIT)
    public Member resign(@Context Visit visit, @PathParam("id") long id, Departure departure) {
        var draft = new StatusDraft(
                MemberStatus.FORMER, Sent.required("on", Sent.body(departure).on()), departure.reason());
        return members.changeStatus(id, draft, visit.actor());
    }

    /** Makes this record one with another, which stays. */
    @POST
    @Path("members/{id}/merge")
    @RequiresPermission("members.member.merge")
    public Member merge(@Context Visit visit, @PathParam("id") long id, Merge merge) {
        return merging.merge(id, Sent.required("into", Sent.body(merge).into()), visit.actor());
    }

    @GET
    @Path("members/{id}/questions")
    @RequiresPermission("members.arrival.record")
    public Questioning questions(@Context Visit visit, @PathParam("id") long id, @QueryParam("device") String device) {
        Questions questions = arrivals.questions(id, visit.now(), device);
        List<Asked> asked = questions.asked().stream()
                .map(question -> new Asked(
                        question.id(),
                        visit.t(question.text()),
                        question.choices().stream()
                                .map(choice -> new Answer(choice.value(), visit.t(choice.label())))
                                .toList()))
                .toList();
        return new Questioning(asked, questions.notChecked());
    }

    /** The last arrivals of somebody, newest first. */
    @GET
    @Path("members/{id}/arrivals")
    @RequiresPermission("members.arrival.record")
    public List<Arrival> arrivals(@PathParam("id") long id, @QueryParam("size") @DefaultValue("25") int size) {
        return arrivals.of(id, Sent.within("size", size, 1, MOST_ARRIVALS));
    }

    @POST
    @Path("arrivals")
    @RequiresPermission("members.arrival.record")
    public List<Heard> arrive(@Context Visit visit, ArrivalDraft draft) {
        long memberId = Sent.required("memberId", Sent.body(draft).memberId());
        var arrival = new Arrival(draft.cause(), memberId, visit.now(), draft.device());
        Map<String, String> answers = draft.answers() == null ? Map.of() : draft.answers();
        return arrivals.record(arrival, answers, visit.actor()).stream()
                .map(hearing -> new Heard(
                        hearing.module(),
                        hearing.isHeard(),
                        hearing.said().stream().map(visit::t).toList()))
                .toList();
    }

    /** Who is on duty now, or {@code at} another instant. */
    @GET
    @Path("duties")
    @RequiresPermission(MembersResource.FIND)
    public Watch duties(@Context Visit visit, @QueryParam("at") Instant at) {
        Duties.Watch watch = duties.at(at == null ? visit.now() : at);
        List<Duty> people = watch.people().stream()
                .map(duty -> new Duty(duty.memberId(), duty.name(), visit.t(duty.role()), duty.from(), duty.to()))
                .toList();
        return new Watch(people, watch.notChecked());
    }
}
