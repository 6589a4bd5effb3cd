package coop.greffon.web.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Messages;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a server as the distribution has it, asked by bytes: no client writes such addresses. */
class IllegibleRequestsTest {
    private final IllegibleRequests illegible = new IllegibleRequests(new Tongues());
    private final Server server = new Server(0);

    @BeforeEach
    void start() throws Exception {
        server.setHandler(new AbstractHandler() {
            @Override
            public void handle(String target, Request own, HttpServletRequest request, HttpServletResponse response) {
                illegible.answerFor(request);
                own.setHandled(true);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private String answer(String path) throws IOException {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        try (Socket socket = new Socket("localhost", port)) {
            String asked = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void halfAnEscapeIsAnsweredInFrenchAndInEnglish() throws IOException {
        assertThat(answer("/members")).startsWith("HTTP/1.1 200");

        for (String path : new String[] {"/members/%zz", "/members/%", "/api/members/v1/%4"}) {
            assertThat(answer(path))
                    .startsWith("HTTP/1.1 400")
                    .contains(
                            "Content-Type: text/html; charset=utf-8",
                            "Content-Security-Policy: default-src 'self'",
                            "<h1>fr web.problem.illegible</h1>",
                            "<p lang=\"en\">en web.problem.illegible</p>")
                    .doesNotContain("Bad Message");
        }
    }

    @Test
    void whateverLeavesLeavesTheServerAsItWas() throws IOException {
        answer("/members");

        illegible.leave();

        assertThat(answer("/members/%zz")).startsWith("HTTP/1.1 400").contains("Bad Message");
    }

    private static final class Tongues implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return language + " " + key;
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH, Locale.ENGLISH);
        }
    }
}
