package coop.greffon.itests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One person at one screen: a page, its cookies, and what its last opening cost. */
public final class Visit implements AutoCloseable {
    private static final String ICON = "/favicon.";
    private static final Duration ICON_COMES_WITHIN = Duration.ofMillis(500);

    private final BrowserContext context;
    private final RunningDistribution greffon;
    private final Page page;
    private final List<Request> requests = new ArrayList<>();
    private final Set<Request> underWay = new HashSet<>();
    private boolean hasIcon;

    Visit(BrowserContext context, RunningDistribution greffon) {
        this.context = context;
        this.greffon = greffon;
        this.page = context.newPage();
        page.onRequest(this::begin);
        page.onRequestFailed(underWay::remove);
        page.onRequestFinished(this::end);
    }

    /** Of what a page that is left still asked for, the browser tells no end, or a late one. */
    private void begin(Request request) {
        if (request.isNavigationRequest()) {
            underWay.clear();
            requests.clear();
            hasIcon = false;
        }
        underWay.add(request);
    }

    private void end(Request request) {
        boolean isIcon = request.url().contains(ICON);
        if (underWay.remove(request) && !(isIcon && hasIcon)) {
            requests.add(request);
            hasIcon |= isIcon;
        }
    }

    /** The icon is asked for last, once everything else is there, and by no page that has been left. */
    private void settle() {
        long patience = System.nanoTime() + ICON_COMES_WITHIN.toNanos();
        page.waitForCondition(
                () -> underWay.stream().allMatch(request -> request.url().contains(ICON))
                        && (hasIcon || System.nanoTime() > patience));
    }

    /**
     * Opens a path such as {@code /members} and waits until everything it asks for is there.
     *
     * @return the HTTP status of the page
     */
    public int open(String path) {
        Response response = page.navigate(path.startsWith("/") ? path.substring(1) : path);
        settle();
        return response.status();
    }

    /** Signs in on the page for it, as somebody of the demo co-op. */
    public void signIn(DemoPerson person) {
        open("/sign-in");
        page.fill("input[name=login]", person.login());
        page.fill("input[name=password]", greffon.passwordOf(person));
        page.click("main .actions button");
        page.waitForURL(address -> !address.contains("/sign-in"));
        settle();
    }

    /** The page as Playwright knows it: click, fill, read. */
    public Page page() {
        return page;
    }

    /** What the last {@link #open} asked for, the page itself included. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Keeps a picture of the whole page in target/screenshots. */
    public Path screenshot(String name) {
        Path picture = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        return picture;
    }

    @Override
    public void close() {
        context.close();
    }
}
