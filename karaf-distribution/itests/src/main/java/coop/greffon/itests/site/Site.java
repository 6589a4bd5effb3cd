package coop.greffon.itests.site;

import coop.greffon.itests.distribution.Client;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The pages somebody reaches by following links, one or a few of each kind. */
public final class Site {
    /** How many pages of one route are opened in search of links to others. */
    private static final int OF_A_KIND = 3;

    private final Client visitor;
    private final List<Route> routes;
    private final Map<Route, Map<String, Document>> found = new LinkedHashMap<>();
    private final Map<String, String> broken = new HashMap<>();
    private final Queue<String> toOpen = new ArrayDeque<>();

    private Site(Client visitor, Collection<Route> routes) {
        this.visitor = visitor;
        this.routes = routes.stream()
                .filter(route -> route.method().equals("GET") && !route.isForPrograms())
                .toList();
    }

    /** Follows the links from the pages given. */
    public static Site walk(Client visitor, Collection<Route> routes, Collection<String> from) {
        Site site = new Site(visitor, routes);
        site.toOpen.addAll(from);
        while (!site.toOpen.isEmpty()) {
            site.open(site.toOpen.remove());
        }
        return site;
    }

    /** A page of each route that leads to one, by its path and query. */
    public Map<Route, String> pages() {
        Map<Route, String> pages = new LinkedHashMap<>();
        found.forEach((route, some) -> some.keySet().stream().findFirst().ifPresent(path -> pages.put(route, path)));
        return pages;
    }

    /** The pages that were opened, by their path and query. */
    public Map<String, Document> documents() {
        Map<String, Document> all = new LinkedHashMap<>();
        found.values().forEach(all::putAll);
        return all;
    }

    /** The links that lead nowhere, with what they answered. */
    public Map<String, String> broken() {
        return Map.copyOf(broken);
    }

    /** The route a path leads to; the one with the fewest places to fill in where several fit. */
    private Optional<Route> route(String path) {
        return routes.stream().filter(route -> route.matches(path)).min(Comparator.comparingLong(Route::variables));
    }

    private void open(String address) {
        URI uri = URI.create(address);
        Optional<Route> route = route(uri.getPath());
        if (route.isEmpty()) {
            return;
        }
        Map<String, Document> ofKind = found.computeIfAbsent(route.get(), key -> new LinkedHashMap<>());
        if (ofKind.containsKey(address) || ofKind.size() >= OF_A_KIND) {
            return;
        }
        HttpResponse<String> answer = visitor.get(address);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 400) {
            broken.put(
                    address,
                    answer.statusCode() + " "
                            + answer.body().lines().findFirst().orElse(""));
        } else if (answer.statusCode() == 200 && type.startsWith("text/html")) {
            Document document = Jsoup.parse(answer.body(), address);
            ofKind.put(address, document);
            follow(uri, document);
        }
    }

    private void follow(URI page, Document document) {
        for (Element link : document.select("a[href]")) {
            URI target = page.resolve(link.attr("href"));
            if (target.getHost() == null && target.getPath() != null && target.getScheme() == null) {
                String query = target.getRawQuery();
                toOpen.add(target.getRawPath() + (query == null ? "" : "?" + query));
            }
        }
    }
}
