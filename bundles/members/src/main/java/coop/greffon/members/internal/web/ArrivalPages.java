package coop.greffon.members.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.admission.Admission;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.Arrivals;
import coop.greffon.members.arrival.Hearing;
import coop.greffon.members.arrival.Questions;
import coop.greffon.members.internal.arrival.Duties;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MultivaluedMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody is here: may they shop, what is to be asked, who is told. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/arrival")
@RequiresPermission(ArrivalPages.RECORD)
public final class ArrivalPages implements WebResource {
    static final String RECORD = "members.arrival.record";
    private static final int LAST = 5;

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final Admission admission;
    private final Arrivals arrivals;
    private final Duties duties;

    @Activate
    public ArrivalPages(
            @Reference Members members,
            @Reference Admission admission,
            @Reference Arrivals arrivals,
            @Reference Duties duties) {
        this.members = members;
        this.admission = admission;
        this.arrivals = arrivals;
        this.duties = duties;
    }

    @GET
    public Page ask(@Context Visit visit, @PathParam("id") long id) {
        return page(visit, members.get(id), null);
    }

    /** The form carries the cause: sent twice it is one arrival. */
    @POST
    public Page note(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        Member member = members.get(id);
        Map<String, String> answers = new LinkedHashMap<>(typed.values());
        answers.keySet().removeAll(List.of("csrf", "cause"));
        answers.values().removeIf(String::isBlank);
        Arrival arrival = new Arrival(typed.text("cause"), member.id(), visit.now(), null);
        return page(visit, member, arrivals.record(arrival, answers, visit.actor()));
    }

    private Page page(Visit visit, Member member, List<Hearing> heard) {
        Questions questions = heard == null
                ? arrivals.questions(member.id(), visit.now(), null)
                : new Questions(List.of(), List.of());
        var content = templates.arrival(
                visit,
                Form.of(visit, Map.of("cause", "page/" + UUID.randomUUID())),
                member,
                admission.decide(member.id(), visit.now()),
                questions,
                heard,
                arrivals.of(member.id(), LAST),
                duties.at(visit.now()));
        return Page.of(Text.of("members.arrival.title"), content)
                .below(RecordLinks.above(visit, member))
                .withHelp("members/admission");
    }
}
