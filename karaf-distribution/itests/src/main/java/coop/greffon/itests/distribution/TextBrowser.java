package coop.greffon.itests.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without scripts, styles and pictures: it keeps cookies, follows links and sends forms. */
public final class TextBrowser {
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TO_ANSWER)
            .build();
    private final RunningDistribution greffon;
    private HttpResponse<String> answer;

    TextBrowser(RunningDistribution greffon) {
        this.greffon = greffon;
    }

    /** Opens a path, as if typed or followed from a link. */
    public Document open(String path) {
        return send(HttpRequest.newBuilder(greffon.uri(path)).GET());
    }

    /**
     * Fills in a form of the page that is open, and sends it.
     *
     * @param form which one, as a CSS selector
     * @param typed what is typed or chosen, by field; the others are sent as they are
     */
    public Document submit(String form, Map<String, String> typed) {
        Element element = page().selectFirst(form);
        if (element == null) {
            throw new IllegalStateException("no " + form + " on " + answer.uri());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        element.select("input[name], select[name], textarea[name], button[name=csrf]").stream()
                .filter(field -> !field.is("[type=radio], [type=checkbox]") || field.hasAttr("checked"))
                .forEach(field -> fields.put(field.attr("name"), value(field)));
        fields.putAll(typed);
        String content = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String action = element.attr("action");
        URI target = action.isEmpty() ? answer.uri() : answer.uri().resolve(action);
        return send(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(content)));
    }

    private static String value(Element field) {
        if (!field.is("select")) {
            return field.val();
        }
        Element option = field.selectFirst("option[selected]");
        return option == null ? field.select("option").attr("value") : option.attr("value");
    }

    /** The HTTP status of the page that is open. */
    public int status() {
        return answer.statusCode();
    }

    /** The page that is open. */
    public Document page() {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private Document send(HttpRequest.Builder request) {
        try {
            answer = http.send(request.timeout(TO_ANSWER).build(), HttpResponse.BodyHandlers.ofString());
            return page();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
