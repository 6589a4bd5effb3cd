package coop.greffon.itests;

import static coop.greffon.itests.ShiftStories.JSON;
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
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Rules, slots, teams and closures, as the office keeps them. */
@ExtendWith(SharedDistribution.class)
class SlotsIT {
    /** By SuperCoop nobody is in alert: whoever is today is named before anything is saved. Nothing is saved here. */
    @Test
    void whoeverChoosesRulesSeesFirstWhomTheyTouch(RunningDistribution greffon) throws IOException {
        TextBrowser referent = browser(greffon, DemoPerson.REFERENT);
        referent.open("/shifts/rules/choose");

        referent.submit("main form", Map.of("flyingRules", "ELEFAN"));
        assertThat(referent.status()).isEqualTo(422);
        assertThat(referent.page().text()).contains("mélangeraient les deux");
        referent.submit("main form", Map.of("flyingRules", "SUPERCOOP"));
        assertThat(referent.page().text()).contains("Ce qui changerait aujourd’hui", "Enregistrer ces règles");
        assertThat(referent.open("/shifts/rules/choose")
                        .select("select[name=flyingRules] option[selected]")
                        .val())
                .isEqualTo("BEES_FLYING");
    }

    /**
     * At most six shifts within four weeks instead of five: what cannot be is told at its field, what would be is shown, then saved, marked
     * among the rules, and taken back.
     */
    @Test
    void aSingleRuleIsChangedAndTakenBack(RunningDistribution greffon) throws IOException {
        TextBrowser referent = browser(greffon, DemoPerson.REFERENT);
        referent.open("/shifts/rules/single?track=FLYING");
        assertThat(referent.page().select("#PER_WINDOW").val()).isEqualTo("5");

        referent.submit("main form", Map.of("PER_WINDOW", "beaucoup", "ALERT_AT", "", "ALERT_DAYS", "21"));
        assertThat(referent.status()).isEqualTo(422);
        assertThat(referent.page().select("#PER_WINDOW-error").text()).contains("de 1 à 100");
        referent.submit("main form", Map.of("PER_WINDOW", "6"));
        assertThat(referent.status()).isEqualTo(422);
        assertThat(referent.page().select("#ALERT_DAYS-error").text()).contains("pas d’alerte");

        referent.submit("main form", Map.of("ALERT_AT", "-0,01", "ALERT_DAYS", "28"));
        assertThat(referent.status()).isEqualTo(200);
        assertThat(referent.page().select("main strong").text()).contains("au plus", "6");
        assertThat(referent.page().text()).contains("au lieu de", "Personne ne changerait");
        referent.submit("main form", Map.of("confirmed", "true"));
        assertThat(referent.page().select("main strong").text()).contains("6");
        assertThat(referent.open("/shifts/rules/choose").text()).contains("Une règle est changée");

        referent.open("/shifts/rules/single?track=FLYING");
        referent.submit("main form", Map.of("reset", "true"));
        referent.submit("main form", Map.of("confirmed", "true"));
        assertThat(referent.page().select("main strong")).isEmpty();
    }

    /** The coordination makes a slot, gives Nadia a place on it, and gives it a last day. */
    @Test
    void aSlotIsMadeGivenChangedAndEnded(RunningDistribution greffon) throws IOException {
        TextBrowser browser = browser(greffon, DemoPerson.REFERENT);
        browser.open("/shifts/slots/new");
        Map<String, String> slot = new HashMap<>(Map.of(
                "job", "Fromage", "weekday", "WEDNESDAY", "starts", "9h", "ends", "midi", "seats", "3", "worth", "1"));
        slot.put("wanted", "découpe : beaucoup");
        browser.submit("main form", slot);
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".summary").text()).contains("9h30", "découpe : beaucoup");
        assertThat(browser.page().select("#starts").val()).isEqualTo("9h");

        browser.submit("main form", Map.of("ends", "12h30", "wanted", "découpe : 1"));
        String page = URI.create(browser.page().location()).getPath();
        assertThat(browser.page().text()).contains("Modèle ajouté", "mercredi 09:00–12:30, chaque semaine");

        long nadia = idOf(greffon.as(DemoPerson.REFERENT), "nadia+belkacem");
        browser.open(page + "/place");
        browser.submit("main form", Map.of("who", "personne de ce nom"));
        assertThat(browser.page().select("#who").attr("aria-invalid")).isEqualTo("true");
        browser.submit("main form", Map.of("who", "7", "skill", "découpe"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select(".summary").text()).contains("demande une compétence");
        browser.open("/shifts/members/" + nadia + "/skills");
        browser.submit("main form", Map.of("skills", "Découpe, fromage"));
        assertThat(browser.page().text()).contains("Compétences notées", "découpe, fromage");
        browser.open(page + "/place");
        browser.submit("main form", Map.of("who", "7", "skill", "découpe"));
        assertThat(browser.page().text()).contains("Place fixe donnée", "Nadia Belkacem", "places prises : 1 sur 3");
        assertThat(browser.open("/shifts/members/" + nadia).text()).contains("Fromage, mercredi 09:00–12:30");

        browser.open(page + "/end");
        browser.submit("main form", Map.of("on", TODAY.plusDays(20).toString()));
        assertThat(browser.page().text()).contains("n’auront plus lieu", "seront libérées");
        browser.submit("main form", Map.of());
        assertThat(browser.page().text()).contains("Dernier jour noté");
        browser.open(page + "/remove");
        browser.submit("main form", Map.of());
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().text()).contains("Donnez-lui un dernier jour");
        assertThat(browser.open(page + "/history").text()).contains("Gwenaël Le Bris Dernier jour d’un créneau");
    }

    /** What a change of team does is told before it is done; who then works no more can be enrolled again. */
    @Test
    void somebodyChangesTheTeamAndLaterWorksNoMore(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        long veronique = idOf(referent, "veronique+giraudeau");
        String api = "/api/shifts/v1/members/" + veronique;
        ask(referent, "POST", api + "/enrolment", "{\"track\":\"FIXED\",\"start\":\"" + TODAY + "\"}");
        long first = slotId(referent, "Balance");
        long second = slotId(referent, "Vitrine");
        String place = "{\"memberId\":" + veronique + ",\"from\":\"" + TODAY + "\"}";
        ask(referent, "POST", "/api/shifts/v1/templates/" + first + "/places", place);

        TextBrowser office = browser(greffon, DemoPerson.REFERENT);
        office.open("/shifts/members/" + veronique + "/team?weekday=FRIDAY");
        office.submit("main form[method=post]", Map.of("slot", second + ":", "leaving", "all"));
        assertThat(office.page().text()).contains("Ce que cela change", "Place fixe à partir du", "ne coûte rien");
        office.submit("main form", Map.of());
        assertThat(office.page().text()).contains("Équipe changée", "Vitrine", "Balance");
        JsonNode again = ask(
                referent,
                "POST",
                api + "/team",
                "{\"from\":\"" + TODAY.plusDays(1) + "\",\"templateId\":" + second + "}");
        assertThat(again).hasSize(1);

        office.open("/shifts/members/" + veronique + "/enrolment/end");
        office.submit("main form", Map.of());
        assertThat(office.status()).isEqualTo(422);
        assertThat(office.page().text()).contains("Ce qui vaut ou est compté avant reste");
        office.submit("main form", Map.of("on", TODAY.plusDays(1).toString()));
        assertThat(office.page().text()).contains("Fin de l’inscription notée", "Inscrire de nouveau");
        assertThat(ask(referent, "GET", api + "/status?on=" + TODAY.plusDays(1), null)
                        .path("code")
                        .asText())
                .isEqualTo("FORMER");
    }

    private static long slotId(Client referent, String job) throws IOException {
        HttpResponse<String> added = referent.send("POST", "/api/shifts/v1/templates", slot(job, 2));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        return JSON.readTree(added.body()).path("id").asLong();
    }

    @Test
    void twoWhoChangeASlotAtOnceAreToldWhatTheOtherChanged(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        String slot = slot("Accueil", 2);
        HttpResponse<String> added = referent.send("POST", "/api/shifts/v1/templates", slot);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        long id = JSON.readTree(added.body()).path("id").asLong();
        TextBrowser first = browser(greffon, DemoPerson.REFERENT);
        first.open("/shifts/slots/" + id + "/edit");
        TextBrowser second = browser(greffon, DemoPerson.REFERENT);
        second.open("/shifts/slots/" + id + "/edit");

        first.submit("main form", Map.of("seats", "4"));
        second.submit("main form", Map.of("job", "Accueil du soir"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.page().select("[role=alert] tr").text()).contains("Places 4 2", "Activité Accueil");
        assertThat(second.page().select("#job").val()).isEqualTo("Accueil du soir");
        second.submit("main form", Map.of("seats", "4"));
        assertThat(second.page().text()).contains("Modèle changé");
        JsonNode now = ask(referent, "GET", "/api/shifts/v1/templates/" + id, null);
        assertThat(now.path("job").asText()).isEqualTo("Accueil du soir");
        assertThat(now.path("seats").asInt()).isEqualTo(4);
        assertThat(now.path("starts").asText()).isEqualTo("18:00");
        assertThat(referent.send("DELETE", "/api/shifts/v1/templates/" + id, null)
                        .statusCode())
                .isEqualTo(204);
    }

    private static String slot(String job, int seats) {
        return "{\"job\":\"" + job + "\",\"week\":1,\"weekday\":\"FRIDAY\",\"starts\":\"18h\",\"ends\":\"20:30\","
                + "\"worth\":100,\"minimum\":1,\"seats\":" + seats + ",\"leaders\":0,\"from\":\"" + TODAY
                + "\",\"requestKey\":\"" + job + "\"}";
    }

    @Test
    void programsMakeASlotOnceAndAreToldWhatIsWrong(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        String address = "/api/shifts/v1/templates";
        JsonNode once =
                JSON.readTree(referent.send("POST", address, slot("Vrac", 3)).body());
        JsonNode again =
                JSON.readTree(referent.send("POST", address, slot("Vrac", 3)).body());
        assertThat(again).isEqualTo(once);

        HttpResponse<String> refused =
                referent.send("POST", address, slot("Vrac 2", 3).replace("18h", "dix-huit heures"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body()).at("/errors/0/field").asText()).isEqualTo("starts");

        String end = "{\"on\":\"" + TODAY + "\"}";
        JsonNode ended = ask(referent, "POST", address + "/" + once.path("id").asLong() + "/end", end);
        assertThat(ended.path("to").asText()).isEqualTo(TODAY.toString());
        assertThat(greffon.as(DemoPerson.MEMBER)
                        .send("POST", address, slot("Vrac 3", 3))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aClosureSaysWhatItTakesBeforeItIsWrittenDown(RunningDistribution greffon) throws IOException {
        greffon.as(DemoPerson.REFERENT).send("POST", "/api/shifts/v1/templates", slot("Marché", 3));
        TextBrowser browser = browser(greffon, DemoPerson.REFERENT);
        browser.open("/shifts/closures/new");
        LocalDate from = TODAY.plusDays(40);
        browser.submit("main form", Map.of("from", from.toString(), "to", TODAY.toString(), "reason", "Travaux"));
        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.page().select("#to").attr("aria-invalid")).isEqualTo("true");

        browser.submit("main form", Map.of("to", from.plusDays(27).toString(), "makeUps", "0"));
        assertThat(browser.page().text()).contains("n’aur", "Rien à rattraper");
        assertThat(greffon.as(DemoPerson.DESK).get("/api/shifts/v1/closures").body())
                .doesNotContain("Travaux");
        browser.submit("main form", Map.of());
        assertThat(browser.page().text()).contains("Fermeture notée", "Travaux");

        browser.open(
                browser.page().selectFirst("tbody th a[href]:contains(Travaux)").attr("href"));
        browser.submit("main form", Map.of());
        assertThat(browser.page().text()).contains("Fermeture annulée").doesNotContain("Travaux");
    }
}
