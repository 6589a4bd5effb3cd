package coop.greffon.itests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at one screen: a page, its cookies, and what its last opening cost. */
public final class Visit implements AutoCloseable {
    private final BrowserContext context;
    private final RunningDistribution greffon;
    private final Page page;
    private final List<Request> requests = new ArrayList<>();
    private int waitingFor;

    Visit(BrowserContext context, RunningDistribution greffon) {
        this.context = context;
        this.greffon = greffon;
        this.page = context.newPage();
        page.onRequest(request -> waitingFor++);
        page.onRequestFailed(request -> waitingFor--);
        page.onRequestFinished(request -> {
            waitingFor--;
            requests.add(request);
        });
    }

    /**
     * Opens a path such as {@code /members} and waits until everything it asks for is there.
     *
     * @return the HTTP status of the page
     */
    public int open(String path) {
        requests.clear();
        Response response = page.navigate(path.startsWith("/") ? path.substring(1) : path);
        page.waitForCondition(() -> waitingFor == 0);
        return response.status();
    }

    /** Signs in on the page for it, as somebody of the demo co-op. */
    public void signIn(DemoPerson person) {
        open("/sign-in");
        page.fill("input[name=login]", person.login());
        page.fill("input[name=password]", greffon.passwordOf(person));
        page.click("main .actions button");
        page.waitForURL(address -> !address.contains("/sign-in"));
        page.waitForCondition(() -> waitingFor == 0);
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
