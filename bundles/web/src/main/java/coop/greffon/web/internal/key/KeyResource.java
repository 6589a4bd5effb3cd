package coop.greffon.web.internal.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.signing.PublishedKey;
import coop.greffon.core.signing.Signing;
import coop.greffon.web.Open;
import coop.greffon.web.WebResource;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The public keys of this instance, for whoever checks what it signed. */
@Component(service = WebResource.class)
@Path("/api/core/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Open
public final class KeyResource implements WebResource {
    /** @param publicKey X.509 in Base64
     * @param endorsement the former key's signature of this one, in Base64 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Key(String id, String publicKey, Instant since, Instant retiredAt, String previousId, String endorsement) {
        static Key of(PublishedKey key) {
            return new Key(
                    key.id(), key.publicKey(), key.since(), key.retiredAt(), key.previousId(), key.endorsement());
        }
    }

    private final Signing signing;

    @Activate
    public KeyResource(@Reference Signing signing) {
        this.signing = signing;
    }

    /** Newest first. */
    @GET
    public List<Key> keys() {
        return signing.keys().stream().map(Key::of).toList();
    }
}
