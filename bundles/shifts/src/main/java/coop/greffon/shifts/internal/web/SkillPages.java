package coop.greffon.shifts.internal.web;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.shifts.internal.view.StaticTemplates;
import coop.greffon.shifts.internal.view.Templates;
import coop.greffon.shifts.internal.words.SlotWords;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/** What somebody can do, said by the coordination. */
@Component(service = WebResource.class)
@Path("/shifts/members/{id: \\d+}")
public final class SkillPages implements WebResource {
    private static final String SKILLS = "skills";

    private final Templates templates = new StaticTemplates();
    private final JpaSkills skills;
    private final Members members;

    @Activate
    public SkillPages(@Reference JpaSkills skills, @Reference Members members) {
        this.skills = skills;
        this.members = members;
    }

    @GET
    @Path(SKILLS)
    @RequiresPermission(WorkerPages.EDIT)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        Member member = members.get(id);
        String said = SlotWords.skills(visit, skills.of(member.id()));
        return page(visit, Form.of(visit, Map.of(SKILLS, said)), member);
    }

    @POST
    @Path(SKILLS)
    @RequiresPermission(WorkerPages.EDIT)
    public Response say(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Member member = members.get(id);
        Typed typed = Typed.of(sent);
        try {
            skills.say(member.id(), read(visit, typed.text(SKILLS)), visit.actor());
            return WorkerPages.done(member.id(), "shifts.done.skills");
        } catch (Problem problem) {
            return WorkerPages.refused(page(visit, Form.refused(visit, typed.values(), problem), member));
        }
    }

    private Set<String> read(Visit visit, String typed) {
        Set<String> known = skills.known();
        return typed == null
                ? Set.of()
                : Arrays.stream(typed.split("[,;\\n]"))
                        .filter(skill -> !skill.isBlank())
                        .map(skill -> SlotWords.meant(visit, known, skill))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Page page(Visit visit, Form form, Member member) {
        String known = SlotWords.skills(visit, skills.known());
        return Page.narrow(Text.of("shifts.skill.title"), templates.skills(visit, form, member, known))
                .below(WorkerPages.above(), WorkerPages.above(member))
                .withHelp("shifts/slots");
    }
}
