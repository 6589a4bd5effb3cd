package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.itests.browser.Browser;
import coop.greffon.itests.browser.BrowserTest;
import coop.greffon.itests.browser.PageQuality;
import coop.greffon.itests.browser.Visit;
import coop.greffon.itests.distribution.DemoPerson;
import org.junit.jupiter.api.Test;

/** The browser's own fixture: what it must find, it finds. */
@BrowserTest
class BrowserIT {
    @Test
    void aPageThatSticksOutIsFound(Browser browser) {
        try (Visit visit = browser.onPhone()) {
            visit.page().setContent("<!doctype html><html><body><div style='width:361px'>large</div></body></html>");

            assertThatThrownBy(() -> PageQuality.assertFitsTheScreen(visit)).hasMessageContaining("360 px");

            visit.page()
                    .setContent(
                            "<!doctype html><html><body style='margin:0'><div style='width:360px'>fits</div></body></html>");

            PageQuality.assertFitsTheScreen(visit);
        }
    }

    @Test
    void aBreachOfAccessibilityIsFound(Browser browser) {
        try (Visit visit = browser.onDesktop()) {
            visit.page()
                    .setContent(
                            "<!doctype html><html lang='fr'><title>t</title><body><main><input></main></body></html>");

            assertThatThrownBy(() -> PageQuality.assertAccessible(visit)).hasMessageContaining("label");

            visit.page()
                    .setContent("<!doctype html><html lang='fr'><title>t</title><body><main>"
                            + "<label>Nom <input></label></main></body></html>");

            PageQuality.assertAccessible(visit);
        }
    }

    @Test
    void aHeavyPageIsFoundAndDrawingsAreNotCounted(Browser browser) {
        try (Visit visit = browser.onDesktop()) {
            visit.page().setContent("<!doctype html><html><body>" + "<p>x</p>".repeat(348) + "</body></html>");

            // html, head, body and 348 paragraphs.
            assertThatThrownBy(() -> PageQuality.assertLight(visit)).hasMessageContaining("351");

            visit.page()
                    .setContent("<!doctype html><html><body><svg>" + "<g></g>".repeat(400) + "</svg></body></html>");

            PageQuality.assertLight(visit);
        }
    }

    @Test
    void theFirstPageFitsAPhoneIsLightAndForEveryone(Browser browser) {
        try (Visit visit = browser.onPhone()) {
            int status = visit.open("/sign-in");

            assertThat(status).isEqualTo(200);
            PageQuality.assertFitsTheScreen(visit);
            PageQuality.assertLight(visit);
            PageQuality.assertAccessible(visit);
            assertThat(visit.screenshot("sign-in")).isNotEmptyFile();
        }
    }

    @Test
    void theMembersOfTheDemoAreListed(Browser browser) {
        try (Visit visit = browser.onPhone()) {
            visit.signIn(DemoPerson.DESK);
            int status = visit.open("/members?q=marchand");

            assertThat(status).isEqualTo(200);
            assertThat(visit.page().textContent("main")).contains("Inès Marchand");
            PageQuality.assertFitsTheScreen(visit);
            PageQuality.assertLight(visit);
            PageQuality.assertAccessible(visit);
            assertThat(visit.screenshot("members")).isNotEmptyFile();
        }
    }

    @Test
    void aPdfThatIsBeingMadeIsAnnounced(Browser browser) {
        try (Visit visit = browser.onPhone()) {
            visit.signIn(DemoPerson.DESK);
            visit.open("/members?q=marchand");
            assertThat(visit.page().textContent(".list-bar")).doesNotContain("Le PDF se prépare");

            visit.page().click(".list-bar summary");
            visit.page().waitForDownload(() -> visit.page().click("a[data-wait]"));

            assertThat(visit.page().textContent(".list-bar [role=status]")).contains("Le PDF se prépare");
            PageQuality.assertFitsTheScreen(visit);
        }
    }

    @Test
    void javaScriptCanBeOff(Browser browser) {
        try (Visit visit = browser.withoutJavaScript()) {
            visit.page().setContent("<!doctype html><noscript>sans</noscript><script>document.title = 'avec'</script>");

            assertThat(visit.page().title()).isEmpty();
        }
    }
}
