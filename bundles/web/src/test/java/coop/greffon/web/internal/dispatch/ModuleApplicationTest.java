package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.web.Open;
import coop.greffon.web.WebResource;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.core.Response;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.junit.jupiter.api.Test;

class ModuleApplicationTest {
    private static final URI ROOT = URI.create("http://127.0.0.1:8181/");

    private final ApplicationHandler application = new ApplicationHandler(
            ModuleApplication.application(List.of(new Slots()), List.of(new Gate(), new Unchanged())));

    @Path("/slots")
    @Open
    public static final class Slots implements WebResource {
        @GET
        public String list() {
            return "morning";
        }

        @GET
        @Path("photo")
        public Response photo() {
            return Response.ok("picture")
                    .header("Cache-Control", "private, no-cache")
                    .tag("abc")
                    .build();
        }

        @GET
        @Path("record")
        public Response record() {
            return Response.ok("of now").tag("7").build();
        }

        @POST
        public Response add() {
            return Response.seeOther(URI.create("/slots?done=shifts.done.added"))
                    .build();
        }

        @DELETE
        @Path("one")
        public String remove() {
            return "gone";
        }
    }

    @Test
    void optionsIsAMethodNobodyKnows() throws Exception {
        ContainerResponse list = answer("OPTIONS", "slots");

        assertThat(list.getStatus()).isEqualTo(405);
        assertThat(list.getHeaderString("Allow")).isEqualTo("GET, HEAD, POST");
        assertThat(answer("OPTIONS", "slots/one").getHeaderString("Allow")).isEqualTo("DELETE");
    }

    @Test
    void whoeverIsSentOnStaysOnTheHostTheyAskedFor() throws Exception {
        assertThat(answer("POST", "slots").getHeaderString("Location")).isEqualTo("/slots?done=shifts.done.added");
    }

    @Test
    void whatABrowserKeepsIsNotSentTwice() throws Exception {
        assertThat(answer("GET", "slots/photo").getEntity()).isEqualTo("picture");
        assertThat(answer("GET", "slots/photo", "\"abd\"").getEntity()).isEqualTo("picture");

        ContainerResponse again = answer("GET", "slots/photo", "\"abc\"");
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.hasEntity()).isFalse();
    }

    /** The tag of a record is what a program edits by; what is shown beside it may have changed. */
    @Test
    void whatNobodyKeepsIsAlwaysSent() throws Exception {
        assertThat(answer("GET", "slots/record", "\"7\"").getEntity()).isEqualTo("of now");
    }

    private ContainerResponse answer(String method, String path) throws InterruptedException, ExecutionException {
        return answer(method, path, null);
    }

    private ContainerResponse answer(String method, String path, String known)
            throws InterruptedException, ExecutionException {
        var request = new ContainerRequest(ROOT, ROOT.resolve(path), method, null, new MapPropertiesDelegate(), null);
        if (known != null) {
            request.header("If-None-Match", known);
        }
        return application.apply(request).get();
    }
}
