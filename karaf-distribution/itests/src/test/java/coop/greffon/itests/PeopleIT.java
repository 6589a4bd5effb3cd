package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.LoadState;
import coop.greffon.itests.browser.Browser;
import coop.greffon.itests.browser.BrowserTest;
import coop.greffon.itests.browser.PageQuality;
import coop.greffon.itests.browser.Visit;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A record at the desk, and the same record in the hands of the person it speaks of. */
@BrowserTest
class PeopleIT {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final String PASSWORD = "douze-poireaux";

    private static long idOf(RunningDistribution greffon, String number) {
        String found = greffon.as(DemoPerson.DESK)
                .get("/api/members/v1/members?q=" + number)
                .body();
        Matcher id = ID.matcher(found);
        assertThat(id.find()).as(found).isTrue();
        return Long.parseLong(id.group(1));
    }

    private static void send(Visit visit, String button) {
        visit.page().click(button);
        visit.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    @Test
    void aMemberOpensHerAccountFromTheMailAndCorrectsHerDetailsOnAPhone(Browser browser, RunningDistribution greffon)
            throws IOException {
        long odile = idOf(greffon, "odile.chevallier");
        try (Visit desk = browser.onDesktop()) {
            desk.signIn(DemoPerson.DESK);
            desk.open("/members/" + odile);
            send(desk, "form[action$='/invitation'] button");
            assertThat(desk.page().textContent("main")).contains("il se lit à la page Courriels");
        }
        String link;
        try (Visit referent = browser.onDesktop()) {
            referent.signIn(DemoPerson.REFERENT);
            referent.open("/admin/mails?q=odile");
            send(referent, "tbody th a");
            link = referent.page().getAttribute("a[href*='/activate/']", "href");
        }
        try (Visit phone = browser.onPhone()) {
            phone.open(link.substring(link.indexOf("/activate/")));
            PageQuality.assertFitsTheScreen(phone);
            phone.page().fill("#password", PASSWORD);
            send(phone, "main .actions button");
            assertThat(phone.page().textContent("main")).contains("Bonjour Odile Chevallier");
        }
        try (Visit phone = browser.onPhone()) {
            phone.open("/sign-in");
            phone.page().fill("#login", "odile.chevallier@example.net");
            phone.page().fill("#password", PASSWORD);
            send(phone, "main .actions button");
            phone.open("/members/me");
            assertGood(phone, "me-360");
            correctTelephone(phone);
            assertThat(takenAway(phone))
                    .contains("data.pdf", "members/record.csv", "members/record.json", "members/phones.csv");
        }
    }

    private static void correctTelephone(Visit phone) {
        phone.open("/members/me/edit");
        assertGood(phone, "me-edit-360");
        send(phone, "button[name=add][value=phones]");
        assertThat(phone.page().locator("input[name^='phones['][type=tel]").count())
                .isEqualTo(3);
        phone.page().fill("input[name='phones[2].number']", "06 39 98 77 77");
        send(phone, "form.form > .actions button.primary");
        assertThat(phone.page().textContent("main")).contains("06 39 98 77 77");
    }

    private static List<String> takenAway(Visit phone) throws IOException {
        Download download = phone.page().waitForDownload(() -> phone.page().click("a[href='/members/me/data']"));
        Path zip = Files.createTempFile("my-data", ".zip");
        download.saveAs(zip);
        List<String> names = new ArrayList<>();
        try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        Files.delete(zip);
        return names;
    }

    private static void assertGood(Visit visit, String name) {
        visit.screenshot(name);
        PageQuality.assertFitsTheScreen(visit);
        PageQuality.assertLight(visit);
        PageQuality.assertAccessible(visit);
    }

    @Test
    void theSecondOfTwoEditorsDecidesWithoutJavaScript(Browser browser, RunningDistribution greffon) {
        long ines = idOf(greffon, "ines");
        try (Visit first = browser.withoutJavaScript();
                Visit second = browser.withoutJavaScript()) {
            first.signIn(DemoPerson.DESK);
            second.signIn(DemoPerson.REFERENT);
            first.open("/members/" + ines + "/edit");
            second.open("/members/" + ines + "/edit");
            first.page().fill("#notes", "vient le samedi");
            send(first, "form.form > .actions button.primary");
            second.page().fill("#tags", "Fromage");
            send(second, "form.form > .actions button.primary");

            assertThat(second.page().textContent("main .notice")).contains("vient le samedi");
            assertThat(second.page().inputValue("#notes")).isEqualTo("vient le samedi");
            second.screenshot("record-stale-1280");
            send(second, "form.form > .actions button.primary");
            assertThat(second.page().textContent("main")).contains("Fiche enregistrée", "Fromage", "vient le samedi");
        }
    }
}
