package coop.greffon.members.internal.rest;

import coop.greffon.core.file.StoredFile;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.internal.photo.Portrait;
import coop.greffon.members.internal.store.MemberPhotos;
import coop.greffon.web.RequiresPermission;
import coop.greffon.web.Visit;
import coop.greffon.web.WebResource;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Photos for programs: the body is the picture. */
@Component(service = WebResource.class)
@Path("/api/members/v1/members/{id}/photo")
public final class PhotoResource implements WebResource {
    private final MemberPhotos photos;

    @Activate
    public PhotoResource(@Reference MemberPhotos photos) {
        this.photos = photos;
    }

    @GET
    @RequiresPermission(MembersResource.FIND)
    public Response show(@PathParam("id") long id) {
        return answer(photos, id);
    }

    static Response answer(MemberPhotos photos, long id) {
        StoredFile file = photos.find(id, false).orElseThrow(() -> new NotFound(Text.of("members.photo.none")));
        StreamingOutput content = out -> {
            try (InputStream in = photos.open(file)) {
                in.transferTo(out);
            }
        };
        return Response.ok(content, file.type().mediaType()).build();
    }

    @PUT
    @Consumes({"image/jpeg", "image/png"})
    @RequiresPermission(MembersResource.EDIT)
    public Response put(@Context Visit visit, @PathParam("id") long id, InputStream picture) {
        photos.put(id, Portrait.of(picture), visit.actor());
        return Response.noContent().build();
    }

    @DELETE
    @RequiresPermission(MembersResource.EDIT)
    public Response remove(@Context Visit visit, @PathParam("id") long id) {
        photos.remove(id, visit.actor());
        return Response.noContent().build();
    }
}
