package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.web.RecordLinks.done;
import static coop.greffon.members.internal.web.RecordLinks.list;
import static coop.greffon.members.internal.web.RecordLinks.record;
import static coop.greffon.members.internal.web.RecordLinks.refused;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Card;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardEnding;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.Cards;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Choice;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.FormParam;
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

/** Somebody's cards: given, lost, withdrawn, found again. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/cards")
public final class CardPages implements WebResource {
    private static final String PAGE = "/cards";

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final Cards cards;

    @Activate
    public CardPages(@Reference Members members, @Reference Cards cards) {
        this.members = members;
        this.cards = cards;
    }

    @GET
    @RequiresPermission(MemberPages.LIST)
    public Page show(@Context Visit visit, @PathParam("id") long id) {
        return page(visit, Form.of(visit, usual(visit)), members.get(id));
    }

    private static Map<String, String> usual(Visit visit) {
        return Map.of(
                "from", visit.today().toString(), "kind", CardKind.BARCODE.name(), "state", CardState.LOST.name());
    }

    @POST
    @RequiresPermission(RecordPages.EDIT)
    public Response give(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            var draft = new CardDraft(typed.one("kind", CardKind.class), typed.text("code"), typed.date("from"));
            typed.insist();
            Card given = cards.give(id, draft, visit.actor());
            return done(id, PAGE, given.hasWrongCheckDigit() ? "members.done.card-odd" : "members.done.card-given");
        } catch (Problem problem) {
            return refused(page(visit, Form.refused(visit, typed.values(), problem), members.get(id)));
        }
    }

    @POST
    @Path("end")
    @RequiresPermission(RecordPages.EDIT)
    public Response end(@Context Visit visit, @PathParam("id") long id, MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        try {
            String code = own(id, typed.text("card"));
            CardState state = typed.one("state", CardState.class);
            typed.insist();
            cards.end(code, new CardEnding(state, typed.text("reason")), visit.actor());
            return done(id, PAGE, "members.done.card-ended");
        } catch (Problem problem) {
            Map<String, String> values = new HashMap<>(usual(visit));
            values.putAll(typed.values());
            return refused(page(visit, Form.refused(visit, values, problem), members.get(id)));
        }
    }

    @POST
    @Path("restore")
    @RequiresPermission(RecordPages.EDIT)
    public Response restore(
            @Context Visit visit, @PathParam("id") long id, @FormParam("card") @DefaultValue("") String code) {
        try {
            cards.restore(own(id, code), visit.actor());
            return done(id, PAGE, "members.done.card-restored");
        } catch (InvalidInput refused) {
            return refused(page(visit, Form.refused(visit, usual(visit), refused), members.get(id)));
        }
    }

    /** The code of a card that is this person's. */
    private String own(long id, String code) {
        return cards.find(code == null ? "" : code)
                .filter(card -> card.memberId() == id)
                .map(Card::code)
                .orElseThrow(() -> new NotFound(Text.of("members.card.unknown", code == null ? "" : code)));
    }

    private Page page(Visit visit, Form form, Member member) {
        List<Choice> kinds = Arrays.stream(CardKind.values())
                .map(kind -> new Choice(kind.name(), visit.t("members.card-kind." + kind)))
                .toList();
        List<Choice> ends = Stream.of(CardState.LOST, CardState.REPLACED, CardState.REVOKED)
                .map(state -> new Choice(state.name(), visit.t("members.state." + state)))
                .toList();
        return Page.of(Text.of("members.record.cards"), templates.cards(visit, form, member, kinds, ends))
                .below(list(), record(member))
                .withHelp("members/cards");
    }
}
