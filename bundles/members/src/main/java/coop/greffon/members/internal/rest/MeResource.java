package coop.greffon.members.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.members.Card;
import coop.greffon.members.Household;
import coop.greffon.members.Households;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.account.OwnRecordPermission;
import coop.greffon.members.internal.self.OwnDetails;
import coop.greffon.members.internal.self.OwnRecord;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One's own record, for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission(OwnRecordPermission.OWN)
public final class MeResource implements WebResource {
    private final OwnRecord own;
    private final Households households;
    private final MemberPhotos photos;

    @Activate
    public MeResource(@Reference OwnRecord own, @Reference Households households, @Reference MemberPhotos photos) {
        this.own = own;
        this.households = households;
        this.photos = photos;
    }

    /**
     * What people see of themselves.
     *
     * @param details what they may correct
     * @param household the people of their household today, themselves included
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            long id,
            long revision,
            String number,
            String name,
            OwnDetails details,
            LocalDate birthDate,
            MemberStatus status,
            LocalDate since,
            List<Card> cards,
            List<Household.Person> household) {}

    @GET
    public Response show(@Context Visit visit) {
        return answer(visit, own.of(visit.signedIn()));
    }

    /** Corrects it; {@code If-Match} names the revision that was read. */
    @PUT
    public Response correct(@Context Visit visit, @HeaderParam("If-Match") String ifMatch, OwnDetails details) {
        return answer(visit, own.correct(visit.signedIn(), Sent.revision(ifMatch), Sent.body(details)));
    }

    private Response answer(Visit visit, Member member) {
        MemberDraft details = member.details();
        List<Household.Person> people = households
                .of(member.id(), visit.today())
                .map(household -> household.on(visit.today()))
                .orElse(List.of());
        var body = new Answer(
                member.id(),
                member.revision(),
                details.number(),
                member.name(),
                OwnDetails.of(details),
                details.birthDate(),
                member.status(),
                member.since(),
                member.cards(),
                people);
        return Response.ok(body).tag(Long.toString(member.revision())).build();
    }

    /** The picture itself. */
    @GET
    @Path("photo")
    @Produces(MediaType.WILDCARD)
    public Response photo(@Context Visit visit) {
        return PhotoResource.answer(photos, own.of(visit.signedIn()).id());
    }

    /** All that the co-op holds of whoever asks, as a zip. */
    @GET
    @Path("data")
    @Produces("application/zip")
    public Response data(@Context Visit visit) {
        String name = "greffon-" + own.of(visit.signedIn()).id() + "-" + visit.today() + ".zip";
        StreamingOutput archive = out -> own.archive(visit.signedIn(), visit.language(), out);
        return Response.ok(archive)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
