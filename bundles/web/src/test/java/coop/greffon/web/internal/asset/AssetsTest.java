package coop.greffon.web.internal.asset;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.web.internal.visit.Proxies;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class AssetsTest {
    private static final String STYLE = "/static/web/greffon.css";

    @TempDir
    Path etc;

    private Assets assets;

    @BeforeEach
    void start() {
        Bundle web = bundle("web");
        Bundle[] all = {web, bundle("badge")};
        assets = new Assets(Proxies.of(BundleContext.class, (method, arguments) -> switch (method) {
            case "getProperty" -> etc.toString();
            case "getBundle" -> web;
            default -> all;
        }));
    }

    @Test
    void anAddressWithTheVersionIsKeptAndAnotherIsAskedForAgain() throws IOException {
        String version = "v=" + assets.version();

        assertThat(ask("GET", STYLE, version, null).headers.get("Cache-Control"))
                .contains("immutable");
        Answer plain = ask("GET", STYLE, null, null);
        assertThat(plain.headers).containsEntry("Cache-Control", "no-cache");
        Answer again = ask("GET", STYLE, null, plain.headers.get("ETag"));
        assertThat(again.status).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void anotherThemeIsTheEndOfTheStyleSheetAtAnotherAddress() throws IOException {
        String before = assets.version();
        Answer shipped = ask("GET", STYLE, null, null);
        theme(":root { --coop-brand: #402020; }", "2026-11-21T10:00:00Z");

        assertThat(assets.version()).isNotEqualTo(before);
        Answer themed = ask("GET", STYLE, "v=" + assets.version(), shipped.headers.get("ETag"));
        assertThat(themed.body()).isEqualTo(shipped.body() + ":root { --coop-brand: #402020; }");

        String once = assets.version();
        theme(":root { --coop-brand: #204020; }", "2026-11-21T10:00:01Z");
        assertThat(assets.version()).isNotEqualTo(once);
        assertThat(ask("GET", STYLE, null, null).body()).endsWith("#204020; }");
    }

    /** Nothing writes the version of another bundle into an address yet. */
    @Test
    void whatAnotherBundleServesIsAskedForAgain() throws IOException {
        theme(":root { --coop-brand: #402020; }", "2026-11-21T10:00:00Z");
        Answer answer = ask("GET", "/static/badge/greffon.js", "v=" + assets.version(), null);

        assertThat(answer.headers).containsEntry("Cache-Control", "no-cache");
        assertThat(answer.body()).isEqualTo(StaticFile.text("greffon.js"));
    }

    @Test
    void assetsAreReadAndNothingElse() throws IOException {
        Answer posted = ask("POST", STYLE, null, null);

        assertThat(posted.status).isEqualTo(405);
        assertThat(posted.headers).containsEntry("Allow", "GET, HEAD");
        assertThat(ask("HEAD", STYLE, null, null).status).isEqualTo(200);
    }

    @Test
    void whatIsNoAssetIsLeftToThePages() throws IOException {
        assertThat(ask("GET", "/static/web/none.css", null, null).isServed).isFalse();
        assertThat(ask("GET", "/static/gone/greffon.css", null, null).isServed).isFalse();
        assertThat(ask("GET", "/theme.css", null, null).isServed).isFalse();
    }

    private void theme(String css, String changed) throws IOException {
        Path theme = Files.writeString(etc.resolve("theme.css"), css);
        Files.setLastModifiedTime(theme, FileTime.from(Instant.parse(changed)));
    }

    private Answer ask(String method, String path, String query, String known) throws IOException {
        var answer = new Answer();
        var request = Proxies.of(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getPathInfo" -> path;
            case "getQueryString" -> query;
            case "getHeader" -> arguments[0].equals("If-None-Match") ? known : null;
            default -> throw new UnsupportedOperationException(name);
        });
        answer.isServed = assets.serve(request, answer.response());
        return answer;
    }

    private static Bundle bundle(String module) {
        Dictionary<String, String> headers = new Hashtable<>(Map.of("Greffon-Module", module));
        return Proxies.of(Bundle.class, (method, arguments) -> switch (method) {
            case "getLastModified" -> 1_795_000_000_000L;
            case "getHeaders" -> headers;
            case "getEntry" -> AssetsTest.class.getResource("/" + arguments[0]);
            case "equals" -> arguments[0].toString().equals(module);
            default -> module;
        });
    }

    private static final class Answer {
        private final Map<String, String> headers = new HashMap<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int status = 200;
        private boolean isServed;

        String body() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        HttpServletResponse response() {
            return Proxies.of(HttpServletResponse.class, (method, arguments) -> {
                switch (method) {
                    case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                    case "setStatus" -> status = (int) arguments[0];
                    case "getOutputStream" -> {
                        return new Body(bytes);
                    }
                    default -> {
                        // Types and lengths are the container's to send.
                    }
                }
                return null;
            });
        }
    }

    private static final class Body extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Body(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) {
            bytes.write(one);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
