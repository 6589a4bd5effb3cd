package coop.greffon.itests.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import coop.greffon.itests.distribution.RunningDistribution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A Chromium before the shared distribution. Each visit begins with nothing remembered of the last. */
public final class Browser implements AutoCloseable {
    /** A browser under test asks nothing of the network but the pages. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final RunningDistribution greffon;

    Browser(Path executable, RunningDistribution greffon) {
        this.greffon = greffon;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(QUIET));
    }

    /** Opens a screen 360 px wide, as on a small phone. */
    public Visit onPhone() {
        return visit(options().setViewportSize(360, 740).setHasTouch(true));
    }

    /** Opens a screen 1280 px wide. */
    public Visit onDesktop() {
        return visit(options());
    }

    /** Opens a screen 1280 px wide where JavaScript does not run. */
    public Visit withoutJavaScript() {
        return visit(options().setJavaScriptEnabled(false));
    }

    /** Opens a screen 1280 px wide that prefers dark colours. */
    public Visit inTheDark() {
        return visit(options().setColorScheme(ColorScheme.DARK));
    }

    private com.microsoft.playwright.Browser.NewContextOptions options() {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(greffon.uri("/").toString())
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setViewportSize(1280, 800);
    }

    private Visit visit(com.microsoft.playwright.Browser.NewContextOptions options) {
        return new Visit(chromium.newContext(options), greffon);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
