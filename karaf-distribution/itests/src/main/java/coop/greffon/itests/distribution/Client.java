package coop.greffon.itests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that asks the distribution for something, as nobody or on somebody's behalf. */
public final class Client {
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TO_ANSWER).build();
    private final RunningDistribution greffon;
    private final String token;
    private final boolean isBrowser;

    private Client(RunningDistribution greffon, String token, boolean isBrowser) {
        this.greffon = greffon;
        this.token = token;
        this.isBrowser = isBrowser;
    }

    static Client asNobody(RunningDistribution greffon) {
        return new Client(greffon, null, false);
    }

    static Client with(RunningDistribution greffon, String token) {
        return new Client(greffon, token, false);
    }

    /** The same person in a browser, which sends the session as a cookie and knows no token of a form. */
    public Client inBrowser() {
        return new Client(greffon, token, true);
    }

    static Client signedIn(RunningDistribution greffon, String login, String password) {
        HttpResponse<String> answer = asNobody(greffon)
                .send(
                        "POST",
                        "/api/core/v1/sessions",
                        "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Matcher token = TOKEN.matcher(answer.body());
        assertThat(token.find()).as(answer.body()).isTrue();
        return new Client(greffon, token.group(1), false);
    }

    /** What goes into {@code Authorization: Bearer}; null where nobody signed in. */
    public String token() {
        return token;
    }

    /** Asks for a path and returns the answer, whatever its status. */
    public HttpResponse<String> get(String path) {
        return send("GET", path, null);
    }

    /**
     * Sends something and returns the answer, whatever its status.
     *
     * @param json the body, null for none
     */
    public HttpResponse<String> send(String method, String path, String json) {
        return send(method, path, "application/json", json);
    }

    /**
     * Sends something of any kind and returns the answer, whatever its status.
     *
     * @param type the media type of the content
     * @param content the body, null for none
     */
    public HttpResponse<String> send(String method, String path, String type, String content) {
        var body = content == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(content);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(greffon.uri(path)).timeout(TO_ANSWER).method(method, body);
        if (content != null) {
            request.header("Content-Type", type);
        }
        if (isBrowser) {
            request.header("Cookie", "greffon_session=" + token);
        } else if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + path, e);
        }
    }
}
