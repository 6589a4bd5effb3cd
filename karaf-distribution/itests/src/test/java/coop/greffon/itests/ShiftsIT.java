package coop.greffon.itests;

import static coop.greffon.itests.ShiftStories.TODAY;
import static coop.greffon.itests.ShiftStories.ask;
import static coop.greffon.itests.ShiftStories.browser;
import static coop.greffon.itests.ShiftStories.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where somebody stands with their shifts: at the office, at the door, and in their own hands. */
@ExtendWith(SharedDistribution.class)
class ShiftsIT {
    /** Flying since 30 days: a shift was due two days ago, and none was done. BEES takes two, for 28 days of alert. */
    @Test
    void aDueShiftIsCountedShownAtTheDoorAndRepairedByAnAttendanceNotedLate(RunningDistribution greffon)
            throws IOException, InterruptedException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        LocalDate start = TODAY.minusDays(30);
        long herve = idOf(referent, "herve+baudouin");
        String api = "/api/shifts/v1/members/" + herve;
        ask(referent, "POST", api + "/enrolment", "{\"track\":\"FLYING\",\"start\":\"" + start + "\"}");
        greffon.console("greffon:jobs run shifts.job.cycles");
        JsonNode status = statusOnce(referent, api, "ALERT");

        assertThat(status.at("/balances/MAIN").asLong()).isEqualTo(-200);
        assertThat(status.path("until").asText()).isEqualTo(start.plusDays(56).toString());
        assertThat(ask(referent, "GET", "/api/members/v1/members/" + herve + "/admission", null)
                        .path("verdict")
                        .asText())
                .isEqualTo("WARN");
        assertThat(browser(greffon, DemoPerson.DESK).open("/members/" + herve).text())
                .contains("Un créneau manque");

        TextBrowser browser = browser(greffon, DemoPerson.REFERENT);
        browser.open("/shifts/members/" + herve + "/decision");
        browser.submit(
                "main form",
                Map.of("counter", "MAIN", "amount", "un", "on", start.toString(), "note", "Fait le premier jour"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().text()).contains("Écrivez un nombre de créneaux");
        browser.submit("main form", Map.of("amount", "1"));
        assertThat(browser.page().text()).contains("Correction ajoutée", "Décidé à la main", "Fait le premier jour");

        greffon.console("greffon:jobs run shifts.job.cycles");
        assertThat(statusOnce(referent, api, "UP_TO_DATE").path("explanation"))
                .extracting(line -> line.path("rule").asText())
                .containsExactly("DECIDED", "DEBIT_WITH_PENALTY", "PENALTY_RETURNED");
        String known = TODAY.minusDays(1).toString();
        assertThat(referent.get(api + "/status?on=" + TODAY + "&known=" + known).statusCode())
                .as("yesterday nobody knew of it")
                .isEqualTo(404);
    }

    /** The job runs in the background. */
    private static JsonNode statusOnce(Client client, String api, String code)
            throws IOException, InterruptedException {
        JsonNode status = ask(client, "GET", api + "/status", null);
        for (int i = 0; i < 100 && !status.path("code").asText().equals(code); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            status = ask(client, "GET", api + "/status", null);
        }
        assertThat(status.path("code").asText()).isEqualTo(code);
        return status;
    }

    @Test
    void aMemberSeesHerOwnJournalAndNobodyElses(RunningDistribution greffon) throws IOException {
        TextBrowser ines = browser(greffon, DemoPerson.MEMBER);

        assertThat(ines.open("/shifts/mine").text()).contains("À jour", "Créneau fait", "prochaine alerte");
        assertThat(ines.open("/members/me").select("a[href='/shifts/mine']")).isNotEmpty();
        long nadia = idOf(greffon.as(DemoPerson.DESK), "nadia+belkacem");
        assertThat(greffon.as(DemoPerson.MEMBER).get("/shifts/members/" + nadia).statusCode())
                .isEqualTo(403);
    }

    @Test
    void nobodyDecidesAboutTheirOwnShifts(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        long self = idOf(referent, "gwenael+bris");

        HttpResponse<String> answer = referent.send(
                "POST",
                "/api/shifts/v1/members/" + self + "/decisions",
                "{\"counter\":\"MAIN\",\"amount\":100,\"on\":\"" + TODAY + "\",\"note\":\"for me\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Personne ne décide de ses propres créneaux");
    }

    /** She is told what a leave changes before she asks for it, and the office before it gives it. */
    @Test
    void aMemberAsksForALeaveAndTheOfficeGivesIt(RunningDistribution greffon) throws IOException {
        TextBrowser ines = browser(greffon, DemoPerson.MEMBER);
        ines.open("/shifts/leave");
        String from = TODAY.plusDays(300).toString();
        ines.submit("main form[action='/shifts/leave']", Map.of("kind", "SICK", "from", from));
        assertThat(ines.status()).isEqualTo(422);
        assertThat(ines.page().text()).contains("donnez son dernier jour");
        ines.submit(
                "main form[action='/shifts/leave']",
                Map.of("kind", "HOLIDAY", "to", TODAY.plusDays(310).toString()));
        assertThat(ines.page().text()).contains("Ce que cela change", "pas possibles pendant ces jours");
        ines.submit("main form", Map.of());
        assertThat(ines.page().text()).contains("Demande envoyée", "En attente");

        TextBrowser office = browser(greffon, DemoPerson.REFERENT);
        assertThat(office.open("/").text()).contains("Demandes de congé");
        office.open("/shifts/leave-requests");
        String request = office.page().select("main li a[href^='/shifts/leave-requests/']").stream()
                .map(link -> link.attr("href"))
                .filter(link -> office.open(link).text().contains("Marchand"))
                .findFirst()
                .orElseThrow();
        office.open(request);
        assertThat(office.page().text()).contains("Ce que cela change");
        office.submit("main form[action$='/approve']", Map.of());
        assertThat(office.page().text()).contains("Congé accordé");
        assertThat(ines.open("/shifts/leave").text()).contains("Accordé");
    }

    /** Somebody who flies finds a shift, is told what staying away would mean, and gives the seat back in time. */
    @Test
    void aMemberTakesASeatAndGivesItBack(RunningDistribution greffon) throws IOException {
        TextBrowser ines = browser(greffon, DemoPerson.MEMBER);
        String link = freeShift(ines);

        ines.open(link);
        assertThat(ines.page().text()).contains("Je viens");
        ines.submit("main form", Map.of());
        assertThat(ines.page().text()).contains("C’est noté", "Inscrit·e");
        assertThat(ines.open("/shifts/mine").text()).contains("Mes prochains créneaux", "Inscrit·e");

        ines.open(link);
        ines.open(ines.page().select("main a[href^='/shifts/mine/']").get(0).attr("href"));
        assertThat(ines.page().text())
                .contains(
                        "Venir un autre jour", "Chercher quelqu’un à ma place", "Rendre la place", "prochaine alerte");
        ines.submit("main form[action$='/give-back']", Map.of());
        assertThat(ines.page().text()).contains("La place est rendue");
        assertThat(ines.open(link).text()).contains("Je viens");
    }

    /** The first one within four weeks with a seat that she may take. */
    private static String freeShift(TextBrowser browser) throws IOException {
        LocalDate from = TODAY.plusDays(2);
        for (int week = 0; week < 4; week++) {
            browser.open("/shifts/calendar?free=1&from=" + from.plusWeeks(week));
            for (String link : browser.page().select("main li a[href^='/shifts/calendar/']").stream()
                    .map(one -> one.attr("href"))
                    .toList()) {
                if (browser.open(link).text().contains("Je viens")) {
                    return link;
                }
                browser.open("/shifts/calendar?free=1&from=" + from.plusWeeks(week));
            }
        }
        throw new AssertionError("No shift is free within four weeks");
    }

    @Test
    void aSheetOfAShiftToComeIsNotFilledInYet(RunningDistribution greffon) throws IOException {
        TextBrowser desk = browser(greffon, DemoPerson.DESK);
        String sheet = null;
        for (int day = 1; sheet == null; day++) {
            desk.open("/shifts/sheets?on=" + TODAY.plusDays(day));
            sheet = desk.page().select("main li a[href^='/shifts/sheets/']").stream()
                    .map(one -> one.attr("href"))
                    .findFirst()
                    .orElse(null);
        }
        desk.open(sheet);
        assertThat(desk.page().text()).contains("La feuille s’ouvre 15 minutes avant le début");
        assertThat(desk.page().select("main button[name=outcome], form[action$='/walk-in'], form[action$='/close']"))
                .isEmpty();

        HttpResponse<String> closed =
                greffon.as(DemoPerson.DESK).send("POST", sheet + "/close", "application/x-www-form-urlencoded", "");
        assertThat(closed.statusCode()).isEqualTo(422);
        assertThat(closed.body()).contains("Le créneau n’a pas commencé");
    }
}
