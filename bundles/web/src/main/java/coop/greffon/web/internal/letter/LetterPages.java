package coop.greffon.web.internal.letter;

import coop.greffon.core.mail.LetterKind;
import coop.greffon.core.mail.Letters;
import coop.greffon.core.mail.Letters.Preview;
import coop.greffon.core.mail.Wording;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.Page;
import coop.greffon.web.Page.Crumb;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.ws.rs.FormParam;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the letters of all bundles say: the co-op's words instead of theirs, looked at before they are saved. */
@Component(service = WebResource.class)
@Path(LetterPages.ROOT)
@RequiresPermission("core.letter.edit")
public final class LetterPages implements WebResource {
    static final String ROOT = "/admin/letters";

    private static final Text TITLE = Text.of("web.letters.title");
    private static final int UNPROCESSABLE = 422;
    private static final String LANGUAGE = "language";
    private static final String SUBJECT = "title";
    private static final String TEXT = "text";
    private static final String SHOW = "show";

    private final Templates templates = new StaticTemplates();
    private final Letters letters;
    private final Messages messages;

    @Activate
    public LetterPages(@Reference Letters letters, @Reference Messages messages) {
        this.letters = letters;
        this.messages = messages;
    }

    @GET
    public Page list(@Context Visit visit) {
        List<LetterLine> lines = letters.all().stream()
                .map(letter -> new LetterLine(
                        letter,
                        messages.languages().stream()
                                .filter(language ->
                                        letters.own(letter.id(), language).isPresent())
                                .map(Locale::getLanguage)
                                .toList()))
                .toList();
        return Page.narrow(TITLE, templates.letters(visit, lines)).withHelp("web/letters");
    }

    @GET
    @Path("{letter}")
    public Page letter(@Context Visit visit, @PathParam("letter") String id, @QueryParam(LANGUAGE) String language) {
        LetterKind letter = letters.get(id);
        Locale in = language(visit, language);
        Wording words = letters.own(id, in).orElseGet(() -> letters.delivered(id, in));
        try {
            return page(visit, letter, in, Form.of(visit, typed(words)), letters.preview(id, in, words));
        } catch (InvalidInput unfit) {
            return page(visit, letter, in, Form.refused(visit, typed(words), unfit), null);
        }
    }

    /** Shows what was typed as it would read, or saves it. */
    @POST
    @Path("{letter}")
    public Response save(
            @Context Visit visit,
            @PathParam("letter") String id,
            @FormParam(LANGUAGE) String language,
            @FormParam(SUBJECT) String title,
            @FormParam(TEXT) String text,
            @FormParam(SHOW) String show) {
        LetterKind letter = letters.get(id);
        Locale in = language(visit, language);
        var words = new Wording(said(title), said(text));
        try {
            if (show != null) {
                Preview preview = letters.preview(id, in, words);
                return Response.ok(page(visit, letter, in, Form.of(visit, typed(words)), preview))
                        .build();
            }
            letters.change(id, in, words, visit.actor());
            return done(id, in, "letter");
        } catch (InvalidInput refused) {
            return Response.status(UNPROCESSABLE)
                    .entity(page(visit, letter, in, Form.refused(visit, typed(words), refused), null))
                    .build();
        }
    }

    @POST
    @Path("{letter}/restore")
    public Response restore(
            @Context Visit visit, @PathParam("letter") String id, @FormParam(LANGUAGE) String language) {
        Locale in = language(visit, language);
        letters.restore(id, in, visit.actor());
        return done(id, in, "letter-restored");
    }

    @POST
    @Path("{letter}/off")
    public Response stop(@Context Visit visit, @PathParam("letter") String id) {
        letters.send(id, false, visit.actor());
        return done(id, visit.language(), "letter-off");
    }

    @POST
    @Path("{letter}/on")
    public Response start(@Context Visit visit, @PathParam("letter") String id) {
        letters.send(id, true, visit.actor());
        return done(id, visit.language(), "letter-on");
    }

    private Page page(Visit visit, LetterKind letter, Locale language, Form form, Preview preview) {
        List<LetterView.Field> fields = Stream.concat(letter.fields().stream(), letter.links().stream())
                .map(field -> new LetterView.Field(field, letters.meaning(letter.id(), field)))
                .toList();
        Optional<Wording> own = letters.own(letter.id(), language);
        boolean isFit = own.isEmpty() || fits(letter.id(), language, own.get());
        List<String> languages =
                messages.languages().stream().map(Locale::getLanguage).toList();
        var view = new LetterView(letter, language.getLanguage(), languages, fields, own.isPresent(), isFit, preview);
        return Page.narrow(Text.of(letter.id()), templates.letter(visit, view, form))
                .below(new Crumb(TITLE, ROOT))
                .withHelp("web/letters");
    }

    private boolean fits(String id, Locale language, Wording words) {
        try {
            letters.preview(id, language, words);
            return true;
        } catch (InvalidInput unfit) {
            return false;
        }
    }

    private static Locale language(Visit visit, String typed) {
        return typed == null || typed.isBlank() ? visit.language() : Locale.forLanguageTag(typed.strip());
    }

    private static Map<String, String> typed(Wording words) {
        return Map.of(SUBJECT, words.title(), TEXT, words.text());
    }

    private static String said(String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static Response done(String id, Locale language, String what) {
        return Response.seeOther(URI.create(
                        ROOT + "/" + id + "?" + LANGUAGE + "=" + language.getLanguage() + "&done=web.done." + what))
                .build();
    }
}
