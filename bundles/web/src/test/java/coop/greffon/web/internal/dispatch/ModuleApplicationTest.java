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

    private final ApplicationHandler application =
            new ApplicationHandler(ModuleApplication.application(List.of(new Slots()), List.of(new Gate())));

    @Path("/slots")
    @Open
    public static final class Slots implements WebResource {
        @GET
        public String list() {
            return "morning";
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

    private ContainerResponse answer(String method, String path) throws InterruptedException, ExecutionException {
        var request = new ContainerRequest(ROOT, ROOT.resolve(path), method, null, new MapPropertiesDelegate(), null);
        return application.apply(request).get();
    }
}
