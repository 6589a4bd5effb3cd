package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Shifts on paper, and in the calendar of whoever looks after a job. */
@ExtendWith(SharedDistribution.class)
class PapersIT {
    @Test
    void theOfficePrintsThePosterOfAWeekAndTheSheetsOfADay(RunningDistribution greffon) {
        Client desk = greffon.as(DemoPerson.DESK);

        for (String paper : new String[] {"week.pdf", "day.pdf"}) {
            HttpResponse<String> answer = desk.get("/shifts/sheets/print/" + paper);
            assertThat(answer.statusCode()).as(paper).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(answer.body()).startsWith("%PDF-");
            assertThat(greffon.as(DemoPerson.MEMBER)
                            .get("/shifts/sheets/print/" + paper)
                            .statusCode())
                    .as("names are the office's")
                    .isEqualTo(403);
        }
        assertThat(desk.get("/shifts/sheets/print/week.pdf?of=soon").statusCode())
                .isEqualTo(422);
        assertThat(desk.get("/shifts/sheets/print/999999.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void aJobHasACalendarUntilItsAddressIsEnded(RunningDistribution greffon) {
        TextBrowser browser = greffon.textBrowser();
        browser.open("/sign-in");
        browser.submit(
                "main form",
                Map.of("login", DemoPerson.REFERENT.login(), "password", greffon.passwordOf(DemoPerson.REFERENT)));
        browser.open("/shifts/slots/feeds");
        browser.submit("main section form[action='/shifts/slots/feeds']", Map.of());
        String address = browser.page().select("main code").text();
        assertThat(address).contains("/shifts/feed/jobs/").endsWith(".ics");
        String path = URI.create(address).getPath();

        TextBrowser nobody = greffon.textBrowser();
        assertThat(nobody.open(path).text()).contains("BEGIN:VCALENDAR");
        assertThat(browser.open("/shifts/slots/feeds").select("main code"))
                .as("shown once")
                .isEmpty();
        browser.submit("main form[action$='/end']", Map.of());
        nobody.open(path);
        assertThat(nobody.status()).isEqualTo(404);
    }
}
