package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.JpaTracks;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** That somebody works: again, no more, or from another day on. */
@Component(service = WebResource.class)
@Path("/shifts/members/{id: \\d+}")
@RequiresPermission(WorkerPages.EDIT)
public final class EnrolmentPages implements WebResource {
    private final Templates templates = new StaticTemplates();
    private final JpaTracks tracks;
    private final Members members;

    @Activate
    public EnrolmentPages(@Reference JpaTracks tracks, @Reference Members members) {
        this.tracks = tracks;
        this.members = members;
    }

    @FunctionalInterface
    private interface Deed {
        void on(LocalDate day);
    }

    /** The tracks to choose from. */
    static List<Choice> tracks(Visit visit) {
        return Arrays.stream(Track.values())
                .map(track -> new Choice(track.name(), visit.t("shifts.track." + track + ".long")))
                .toList();
    }

    @GET
    @Path("enrolment/end")
    public Page end(@Context Visit visit, @PathParam("id") long id) {
        return day(visit, Form.of(visit, Map.of("on", visit.today().toString())), members.get(id), "end", "on");
    }

    @POST
    @Path("enrolment/end")
    public Response ended(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return done(visit, id, sent, "end", "on", day -> tracks.end(id, day, visit.actor()));
    }

    @GET
    @Path("enrolment/start")
    public Page start(@Context Visit visit, @PathParam("id") long id) {
        return day(visit, Form.of(visit, Map.of()), members.get(id), "start", "start");
    }

    @POST
    @Path("enrolment/start")
    public Response started(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        return done(visit, id, sent, "start", "start", day -> tracks.correctStart(id, day, visit.actor()));
    }

    private Response done(
            Visit visit, long id, MultivaluedMap<String, String> sent, String what, String field, Deed deed) {
        Typed typed = Typed.of(sent);
        try {
            LocalDate day = typed.date(field);
            typed.insist();
            if (day == null) {
                throw new InvalidInput(FieldError.of(field, null, Text.of("shifts.enrolment.day")));
            }
            deed.on(day);
            return WorkerPages.done(id, "shifts.done.enrolment-" + what);
        } catch (Problem problem) {
            return WorkerPages.refused(
                    day(visit, Form.refused(visit, typed.values(), problem), members.get(id), what, field));
        }
    }

    private Page day(Visit visit, Form form, Member member, String what, String field) {
        return Page.narrow(
                        Text.of("shifts.enrolment." + what + ".title"),
                        templates.enrolmentDay(visit, form, member, "shifts.enrolment." + what, field))
                .below(WorkerPages.above(), WorkerPages.above(member))
                .withHelp("shifts/standing");
    }
}
