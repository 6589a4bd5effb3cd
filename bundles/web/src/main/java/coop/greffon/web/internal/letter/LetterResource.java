package coop.greffon.web.internal.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Letters;
import coop.greffon.core.mail.Letters.Preview;
import coop.greffon.core.mail.Wording;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.rest.Sent;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What letters say, for programs. */
@Component(service = WebResource.class)
@Path("/api/core/v1/letters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresPermission("core.letter.edit")
public final class LetterResource implements WebResource {
    /** @param fields the placeholders it knows
     * @param links the placeholders its text has to hold */
    record Kind(String id, String module, List<String> fields, List<String> links, boolean optional, boolean sent) {}

    record Words(String title, String text) {}

    /** @param own the co-op's words, missing where it has none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wordings(Words delivered, Words own) {}

    record Sending(Boolean sent) {}

    private final Letters letters;

    @Activate
    public LetterResource(@Reference Letters letters) {
        this.letters = letters;
    }

    @GET
    public List<Kind> list() {
        return letters.all().stream().map(LetterResource::kind).toList();
    }

    private static Kind kind(LetterKind letter) {
        return new Kind(
                letter.id(), letter.module(), letter.fields(), letter.links(), letter.isOptional(), !letter.isOff());
    }

    @GET
    @Path("{letter}/wordings/{language}")
    public Wordings words(@PathParam("letter") String id, @PathParam("language") String language) {
        Locale in = Locale.forLanguageTag(language);
        return new Wordings(
                words(letters.delivered(id, in)),
                letters.own(id, in).map(LetterResource::words).orElse(null));
    }

    private static Words words(Wording wording) {
        return new Words(wording.title(), wording.text());
    }

    private static Wording wording(Words sent) {
        Words words = Sent.body(sent);
        return new Wording(Sent.required("title", words.title()), Sent.required("text", words.text()));
    }

    /** Has the letter say these words from now on. */
    @PUT
    @Path("{letter}/wordings/{language}")
    public Wordings change(
            @Context Visit visit, @PathParam("letter") String id, @PathParam("language") String language, Words sent) {
        letters.change(id, Locale.forLanguageTag(language), wording(sent), visit.actor());
        return words(id, language);
    }

    /** Has the letter say its bundle's words again. */
    @DELETE
    @Path("{letter}/wordings/{language}")
    public Response restore(
            @Context Visit visit, @PathParam("letter") String id, @PathParam("language") String language) {
        letters.restore(id, Locale.forLanguageTag(language), visit.actor());
        return Response.noContent().build();
    }

    /** The letter as it would read with these words, and samples for what differs; nothing is kept. */
    @POST
    @Path("{letter}/wordings/{language}/preview")
    public Preview preview(@PathParam("letter") String id, @PathParam("language") String language, Words sent) {
        return letters.preview(id, Locale.forLanguageTag(language), wording(sent));
    }

    /** Has the letter be written or not. */
    @PUT
    @Path("{letter}/sending")
    public Kind send(@Context Visit visit, @PathParam("letter") String id, Sending sent) {
        letters.send(id, Sent.required("sent", Sent.body(sent).sent()), visit.actor());
        return kind(letters.get(id));
    }
}
