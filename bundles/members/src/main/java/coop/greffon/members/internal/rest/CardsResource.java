package coop.greffon.members.internal.rest;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Card;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardEnding;
import coop.greffon.members.Cards;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
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

/** Cards for programs. */
@Component(service = WebResource.class)
@Path("/api/members/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CardsResource implements WebResource {
    private final Cards cards;

    @Activate
    public CardsResource(@Reference Cards cards) {
        this.cards = cards;
    }

    /**
     * A card and what is odd about it.
     *
     * @param wrongCheckDigit whether the last digit does not fit the others; the card is used all the same
     */
    public record CardAnswer(Card card, boolean wrongCheckDigit) {
        static CardAnswer of(Card card) {
            return new CardAnswer(card, card.hasWrongCheckDigit());
        }
    }

    @GET
    @Path("cards/{code}")
    @RequiresPermission(MembersResource.FIND)
    public CardAnswer find(@PathParam("code") String code) {
        return cards.find(code)
                .map(CardAnswer::of)
                .orElseThrow(() -> new NotFound(Text.of("members.card.unknown", code)));
    }

    @POST
    @Path("members/{id}/cards")
    @RequiresPermission(MembersResource.EDIT)
    public Response give(@Context Visit visit, @PathParam("id") long id, CardDraft card) {
        Card given = cards.give(id, Sent.body(card), visit.actor());
        return Response.status(Response.Status.CREATED)
                .entity(CardAnswer.of(given))
                .build();
    }

    @POST
    @Path("cards/{code}/end")
    @RequiresPermission(MembersResource.EDIT)
    public CardAnswer end(@Context Visit visit, @PathParam("code") String code, CardEnding ending) {
        return CardAnswer.of(cards.end(code, Sent.body(ending), visit.actor()));
    }

    @POST
    @Path("cards/{code}/restore")
    @RequiresPermission(MembersResource.EDIT)
    public CardAnswer restore(@Context Visit visit, @PathParam("code") String code) {
        return CardAnswer.of(cards.restore(code, visit.actor()));
    }
}
