package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.itests.distribution.DistributionSetup;
import coop.greffon.itests.distribution.RunningDistribution;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTPS from a local authority, made by one command, and from a pair of files. */
class HttpsIT {
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    @Test
    void oneCommandMakesAnAuthorityAndWhoeverTrustsItIsServed() throws Exception {
        try (RunningDistribution greffon =
                new DistributionSetup("https").asDemo().shortLived().start()) {
            int port = freePort();
            assertThat(greffon.get("/https/authority.crt").statusCode()).isEqualTo(404);

            assertThat(greffon.console("greffon:https --port " + port + " --host greffon.local on"))
                    .contains("yes", "local-authority", "greffon.local", "localhost");

            // The server opens its ports anew, a moment after the command has answered.
            byte[] authority = patiently(() -> authority(greffon));
            URI secure = URI.create("https://localhost:" + port + "/sign-in");
            HttpResponse<String> page = patiently(() -> get(trusting(authority), secure));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().allValues("Set-Cookie"))
                    .isNotEmpty()
                    .allMatch(cookie -> cookie.contains("Secure"));
            // On a port of its own; plain HTTP beside it must stay reachable.
            assertThat(page.headers().map()).doesNotContainKey("strict-transport-security");
            assertThat(patiently(() -> get(HttpClient.newHttpClient(), greffon.uri("/sign-in")))
                            .statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> get(HttpClient.newHttpClient(), secure)).isInstanceOf(SSLHandshakeException.class);
            Path folder = greffon.directory().resolve("etc/https");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");

            assertThat(greffon.console("greffon:https --output csv off")).contains("false");
            assertThat(patiently(() -> get(HttpClient.newHttpClient(), greffon.uri("/sign-in")))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPairOfOnesOwnIsServed(@TempDir Path folder) throws Exception {
        try (RunningDistribution greffon =
                new DistributionSetup("https-own").asDemo().shortLived().start()) {
            int port = freePort();
            X509Certificate own = pair(folder, greffon.directory().resolve("etc/https"));

            assertThat(greffon.console("greffon:https --port " + port + " on")).doesNotContain("local-authority");

            URI secure = URI.create("https://localhost:" + port + "/sign-in");
            HttpResponse<String> page = patiently(() -> get(trusting(own.getEncoded()), secure));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.sslSession().orElseThrow().getPeerCertificates()[0]).isEqualTo(own);
        }
    }

    /** Makes a key and a certificate, as an authority would have given them, and puts them where the README says. */
    private static X509Certificate pair(Path folder, Path https) throws Exception {
        Path store = folder.resolve("own.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder((keytool
                                + " -genkeypair -alias own -keyalg EC -groupname secp256r1 -validity 30 -dname CN=localhost"
                                + " -ext san=dns:localhost -storetype PKCS12 -storepass changeit -keystore " + store)
                        .split(" "))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        Files.createDirectories(https);
        Files.writeString(
                https.resolve("key.pem"),
                pem("PRIVATE KEY", keys.getKey("own", "changeit".toCharArray()).getEncoded()));
        Certificate certificate = keys.getCertificate("own");
        Files.writeString(https.resolve("certificate.pem"), pem("CERTIFICATE", certificate.getEncoded()));
        return (X509Certificate) certificate;
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private static <T> T patiently(Callable<T> question) throws Exception {
        long end = System.nanoTime() + TO_ANSWER.toNanos();
        while (true) {
            try {
                return question.call();
            } catch (IOException notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static byte[] authority(RunningDistribution greffon) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(greffon.uri("/https/authority.crt"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("no authority yet: " + answer.statusCode());
        }
        return answer.body();
    }

    private static HttpClient trusting(byte[] certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate)));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .connectTimeout(TO_ANSWER)
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address).timeout(TO_ANSWER).build(), HttpResponse.BodyHandlers.ofString());
        // The ports are open a moment before the pages are there.
        if (answer.statusCode() == 404) {
            throw new IOException("no pages yet at " + address);
        }
        return answer;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
