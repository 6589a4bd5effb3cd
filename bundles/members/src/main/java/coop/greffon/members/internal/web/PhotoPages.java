package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.web.RecordLinks.done;
import static coop.greffon.members.internal.web.RecordLinks.list;
import static coop.greffon.members.internal.web.RecordLinks.record;
import static coop.greffon.members.internal.web.RecordLinks.refused;

import coop.greffon.core.file.StoredFile;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.members.internal.photo.Portrait;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Page;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.SentFile;
import coop.greffon.web.form.SentForm;
import coop.greffon.web.form.TakesFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The photo of a record: shown, sent, taken away. */
@Component(service = WebResource.class)
@Path("/members/{id: \\d+}/photo")
public final class PhotoPages implements WebResource {
    private static final String SMALL = "small";

    private final Templates templates = new StaticTemplates();
    private final Members members;
    private final MemberPhotos photos;

    @Activate
    public PhotoPages(@Reference Members members, @Reference MemberPhotos photos) {
        this.members = members;
        this.photos = photos;
    }

    /** The photo; {@code v} makes the address another one when the photo is, so that browsers may keep it. */
    @GET
    @RequiresPermission(MemberPages.FIND)
    public Response show(@PathParam("id") long id, @QueryParam("size") @DefaultValue("") String size) {
        return image(photos, id, SMALL.equals(size));
    }

    static Response image(MemberPhotos photos, long id, boolean small) {
        StoredFile file = photos.find(id, small).orElseThrow(() -> new NotFound(Text.of("members.photo.none")));
        StreamingOutput content = out -> {
            try (InputStream in = photos.open(file)) {
                in.transferTo(out);
            }
        };
        return Response.ok(content, file.type().mediaType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .tag(file.sha256())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .build();
    }

    @GET
    @Path("change")
    @RequiresPermission(RecordPages.EDIT)
    public Page ask(@Context Visit visit, @PathParam("id") long id) {
        return page(visit, Form.of(visit, Map.of()), members.get(id));
    }

    @POST
    @Path("change")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @TakesFile(label = Portrait.LABEL, most = Portrait.MOST_BYTES)
    @RequiresPermission(RecordPages.EDIT)
    public Response put(@Context Visit visit, @Context SentForm sent, @PathParam("id") long id) {
        Member member = members.get(id);
        try {
            SentFile file = sent.file(Portrait.FIELD)
                    .orElseThrow(() ->
                            new InvalidInput(FieldError.of(Portrait.FIELD, null, Text.of("members.photo.missing"))));
            photos.put(member.id(), cut(file), visit.actor());
            return done(id, "members.done.photo");
        } catch (Problem problem) {
            return refused(page(visit, Form.refused(visit, Map.of(), problem), member));
        }
    }

    private static Portrait cut(SentFile file) {
        try (InputStream content = file.content().open()) {
            return Portrait.of(content);
        } catch (IOException diskFails) {
            throw new UncheckedIOException(diskFails);
        }
    }

    @POST
    @Path("remove")
    @RequiresPermission(RecordPages.EDIT)
    public Response remove(@Context Visit visit, @PathParam("id") long id) {
        photos.remove(id, visit.actor());
        return done(id, "members.done.photo-removed");
    }

    private Page page(Visit visit, Form form, Member member) {
        return Page.narrow(Text.of("members.photo.title"), templates.photoForm(visit, form, member))
                .below(list(), record(member))
                .withHelp("members/photo");
    }
}
