package coop.greffon.members.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.ContactPerson;
import coop.greffon.members.ContactPersonDraft;
import coop.greffon.members.ContactPersons;
import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Households;
import coop.greffon.members.Members;
import coop.greffon.members.StayDraft;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Households and contact persons for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HouseholdsResource implements WebResource {
    private final Members members;
    private final Households households;
    private final ContactPersons contacts;

    @Activate
    public HouseholdsResource(
            @Reference Members members, @Reference Households households, @Reference ContactPersons contacts) {
        this.members = members;
        this.households = households;
        this.contacts = contacts;
    }

    /** A household to be: its holder, from a day on. */
    public record Foundation(Long holderId, LocalDate from) {}

    /** A role that ends after a day. */
    public record Departure(Long memberId, HouseholdRole role, LocalDate to) {}

    /** The last day of something. */
    public record End(LocalDate to) {}

    @POST
    @Path("households")
    @RequiresPermission(MembersResource.EDIT)
    public Response found(@Context Visit visit, Foundation foundation) {
        long holder = Sent.required("holderId", Sent.body(foundation).holderId());
        Household founded = households.found(holder, Sent.required("from", foundation.from()), visit.actor());
        return Response.status(Response.Status.CREATED).entity(founded).build();
    }

    @GET
    @Path("households/{id}")
    @RequiresPermission(MembersResource.LIST)
    public Household show(@PathParam("id") long id) {
        return households
                .find(id)
                .orElseThrow(() -> new NotFound(Text.of("members.household.unknown", Long.toString(id))));
    }

    @POST
    @Path("households/{id}/people")
    @RequiresPermission(MembersResource.EDIT)
    public Household join(@Context Visit visit, @PathParam("id") long id, StayDraft stay) {
        return households.join(id, Sent.body(stay), visit.actor());
    }

    @POST
    @Path("households/{id}/departures")
    @RequiresPermission(MembersResource.EDIT)
    public Household leave(@Context Visit visit, @PathParam("id") long id, Departure departure) {
        return households.leave(
                id,
                Sent.required("memberId", Sent.body(departure).memberId()),
                Sent.required("role", departure.role()),
                Sent.required("to", departure.to()),
                visit.actor());
    }

    @GET
    @Path("members/{id}/households")
    @RequiresPermission(MembersResource.LIST)
    public List<Household> of(@PathParam("id") long id) {
        members.get(id);
        return households.history(id);
    }

    @GET
    @Path("members/{id}/contacts")
    @RequiresPermission(MembersResource.LIST)
    public List<ContactPerson> contacts(@PathParam("id") long id) {
        members.get(id);
        return contacts.of(id);
    }

    @POST
    @Path("members/{id}/contacts")
    @RequiresPermission(MembersResource.EDIT)
    public Response addContact(@Context Visit visit, @PathParam("id") long id, ContactPersonDraft contact) {
        contacts.add(id, Sent.body(contact), visit.actor());
        return Response.status(Response.Status.CREATED).entity(contacts.of(id)).build();
    }

    @POST
    @Path("members/{id}/contacts/{person}/end")
    @RequiresPermission(MembersResource.EDIT)
    public List<ContactPerson> endContact(
            @Context Visit visit, @PathParam("id") long id, @PathParam("person") long person, End end) {
        contacts.end(id, person, Sent.required("to", Sent.body(end).to()), visit.actor());
        return contacts.of(id);
    }
}
