package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import coop.greffon.itests.browser.Browser;
import coop.greffon.itests.browser.BrowserTest;
import coop.greffon.itests.browser.PageQuality;
import coop.greffon.itests.browser.Visit;
import coop.greffon.itests.distribution.DemoPerson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody at the desk brings the file that Odoo wrote. */
@BrowserTest
class ImportIT {
    private static final double LONG = 120_000;
    private static final Path ODOO = Path.of("../../bundles/testing/src/main/resources/odoo");

    @Test
    void theFileOfOdooIsImportedAndAPersonFound(Browser browser) {
        try (Visit visit = browser.onDesktop();
                Visit phone = browser.onPhone()) {
            visit.signIn(DemoPerson.DESK);
            phone.signIn(DemoPerson.DESK);
            check(visit, phone, "/members/import", "import-send");
            Page page = visit.page();
            page.locator("input[type=file]").setInputFiles(ODOO.resolve("partners.fr.labels.xlsx"));
            button(page, "Envoyer le fichier").click();
            page.waitForURL(Pattern.compile(".*/columns"));
            String file = path(page).replace("/columns", "");
            check(visit, phone, file + "/columns", "import-columns");
            check(visit, phone, file + "/columns/0", "import-column");

            visit.open(file + "/columns");
            button(page, "Vérifier le fichier").click();
            awaitText(page, file, "à créer");
            check(visit, phone, file, "import-report");
            check(visit, phone, file + "?kind=ERROR", "import-report-errors");

            visit.open(file);
            page.getByLabel("N’importer que ce qui est correct").check();
            button(page, "Importer").click();
            awaitText(page, file, "C’est fait");
            assertThat(page.locator("table caption").textContent()).contains("Ce que chaque ligne a fait");
            check(visit, phone, file, "import-result");

            visit.open("/members?q=nguyen+pierre");
            assertThat(page.locator("main").innerText()).contains("Pierre-Yves Nguyễn");
        }
    }

    @Test
    void whatIsNoTableIsRefusedAtItsField(Browser browser) {
        try (Visit visit = browser.withoutJavaScript()) {
            visit.signIn(DemoPerson.DESK);
            visit.open("/members/import");
            byte[] nothing = {0, 1, 2, 3};
            visit.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("rien.xlsx", "application/octet-stream", nothing));

            var answer = visit.page()
                    .waitForResponse(
                            response -> response.request().method().equals("POST"),
                            () -> button(visit.page(), "Envoyer le fichier").click());

            assertThat(answer.status()).isEqualTo(422);
            assertThat(visit.page().locator("#file-error").innerText()).contains("rien.xlsx");
        }
    }

    /** A file too large, one that would be once unpacked, and one as wide as none is. */
    @Test
    void whatWouldFillTheMemoryIsRefusedAtItsField(Browser browser, @TempDir Path folder) throws IOException {
        Path large = folder.resolve("large.csv");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.writeBytes("Nom,Prénom\n");
            file.setLength(200L << 20);
        }
        Path wide = Files.writeString(folder.resolve("wide.csv"), "Nom" + ",x".repeat(9_999) + "\nMarchand\n");
        try (Visit visit = browser.withoutJavaScript()) {
            visit.signIn(DemoPerson.DESK);
            Map<Path, String> refused = Map.of(
                    large,
                    "trop gros",
                    bomb(folder.resolve("bomb.xlsx")),
                    "trop de place une fois décompressé",
                    wide,
                    "plus de 200 colonnes");
            refused.forEach((file, why) -> {
                visit.open("/members/import");
                visit.page().locator("input[type=file]").setInputFiles(file);
                button(visit.page(), "Envoyer le fichier").click();
                assertThat(visit.page().locator("main").innerText()).contains(why);
            });
            visit.open("/members");
            assertThat(visit.page().locator("tbody tr").count()).isPositive();
        }
    }

    /** A sheet of 2 GiB in a file of some 2 MB. */
    private static Path bomb(Path file) throws IOException {
        byte[] zeroes = new byte[1 << 20];
        Arrays.fill(zeroes, (byte) ' ');
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 2_048; i++) {
                zip.write(zeroes);
            }
            zip.closeEntry();
        }
        return file;
    }

    private static void check(Visit desktop, Visit phone, String path, String name) {
        desktop.open(path);
        desktop.screenshot(name);
        PageQuality.assertAccessible(desktop);
        PageQuality.assertLight(desktop);
        phone.open(path);
        phone.screenshot(name + "-360");
        PageQuality.assertFitsTheScreen(phone);
    }

    /** The page that shows progress refreshes itself; it may be gone before anybody looks. */
    private static void awaitText(Page page, String path, String text) {
        page.waitForURL("**" + path);
        page.getByText(text).first().waitFor(new Locator.WaitForOptions().setTimeout(LONG));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }
}
