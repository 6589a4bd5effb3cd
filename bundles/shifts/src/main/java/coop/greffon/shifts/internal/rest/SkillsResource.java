package coop.greffon.shifts.internal.rest;

import coop.greffon.members.Members;
import coop.greffon.shifts.internal.store.slot.JpaSkills;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.util.Set;
import java.util.TreeSet;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people can do, for programs. */
@Component(service = WebResource.class)
@Path("/api/shifts/v1/members/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SkillsResource implements WebResource {
    private final JpaSkills skills;
    private final Members members;

    @Activate
    public SkillsResource(@Reference JpaSkills skills, @Reference Members members) {
        this.skills = skills;
        this.members = members;
    }

    /** All that somebody can do; {@code leader} is to lead a shift, the others are the co-op's own words. */
    public record SkillSet(Set<String> skills) {}

    @GET
    @Path("skills")
    @RequiresPermission("shifts.worker.list")
    public SkillSet show(@PathParam("id") long id) {
        return new SkillSet(skills.of(members.get(id).id()));
    }

    /** Says all that somebody can do; what is not named, they no longer can. */
    @PUT
    @Path("skills")
    @RequiresPermission("shifts.worker.edit")
    public SkillSet say(@Context Visit visit, @PathParam("id") long id, SkillSet said) {
        Set<String> whole = new TreeSet<>();
        Sent.whole("skills", Sent.body(said).skills()).forEach(skill -> whole.add(skill.strip()));
        skills.say(id, whole, visit.actor());
        return show(id);
    }
}
