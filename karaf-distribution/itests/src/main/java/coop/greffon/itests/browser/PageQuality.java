package coop.greffon.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Sizes;
import java.util.List;
import java.util.stream.Collectors;

/** What every page must hold: it fits a phone, anyone can use it, it is light. */
public final class PageQuality {
    /** The tags of WCAG 2.2, levels A and AA. */
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static final int MOST_ELEMENTS = 350;
    private static final int MOST_REQUESTS = 6;
    private static final int MOST_BYTES = 60_000;

    private PageQuality() {}

    /** Nothing sticks out of the screen sideways. */
    public static void assertFitsTheScreen(Visit visit) {
        int width = number(visit, "document.documentElement.clientWidth");
        assertThat(number(visit, "document.documentElement.scrollWidth"))
                .as("width in px of %s on a screen of %s px", visit.page().url(), width)
                .isLessThanOrEqualTo(width);
    }

    /** axe finds no breach of WCAG 2.2 AA. */
    public static void assertAccessible(Visit visit) {
        List<Rule> violations =
                new AxeBuilder(visit.page()).withTags(WCAG_22_AA).analyze().getViolations();
        assertThat(violations)
                .extracting(rule -> rule.getId() + " (" + rule.getHelp() + "): " + targets(rule))
                .as(visit.page().url())
                .isEmpty();
    }

    /** The last opening cost what a page of EcoIndex A may: elements outside drawings, requests, bytes on the wire. */
    public static void assertLight(Visit visit) {
        String url = visit.page().url();
        List<Request> requests = visit.requests();

        assertThat(number(
                        visit,
                        "[...document.querySelectorAll('*')].filter(e => !e.parentElement?.closest('svg')).length"))
                .as("elements of %s", url)
                .isLessThanOrEqualTo(MOST_ELEMENTS);
        assertThat(requests).extracting(Request::url).as("requests of %s", url).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
        assertThat(requests.stream().mapToInt(PageQuality::bytes).sum())
                .as("bytes of %s", url)
                .isLessThanOrEqualTo(MOST_BYTES);
    }

    private static String targets(Rule rule) {
        return rule.getNodes().stream()
                .map(node -> String.valueOf(node.getTarget()))
                .collect(Collectors.joining(", "));
    }

    private static int bytes(Request request) {
        Sizes sizes = request.sizes();
        return sizes.responseHeadersSize + sizes.responseBodySize;
    }

    private static int number(Visit visit, String expression) {
        return ((Number) visit.page().evaluate(expression)).intValue();
    }
}
