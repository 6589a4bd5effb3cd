package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.distribution.TextBrowser;
import coop.greffon.itests.site.Route;
import coop.greffon.itests.site.Route.Access;
import coop.greffon.itests.site.Routes;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what, written down here by hand, against what the shipped bundles declare and what they do. */
@ExtendWith(SharedDistribution.class)
@TestInstance(Lifecycle.PER_CLASS)
class RightsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** It would end the session the test itself is in. */
    private static final Set<String> ENDS_A_SESSION =
            Set.of("POST /sign-out", "POST /account/sign-out-everywhere", "DELETE /api/core/v1/sessions/current");

    /** What some ask for besides: papers of whole days and weeks are the office's, a sheet that of whoever keeps it. */
    private static final Map<String, String> BESIDES = Map.of(
            "GET /shifts/sheets/print/day.pdf", "shifts.worker.list",
            "GET /shifts/sheets/print/week.pdf", "shifts.worker.list");

    private static final String NOBODY_NEEDED = "open";
    private static final String ANYBODY_SIGNED_IN = "signed in";

    /** A line of the list: which requests, and what they ask for. The first that fits counts. */
    private record Rule(String method, String paths, String needed) {
        boolean fits(Route route) {
            return route.method().matches(method) && route.template().matches(paths);
        }
    }

    private static final List<Rule> RULES = List.of(
            // The ways in, and what anybody may see.
            new Rule(
                    ".*",
                    "/(sign-in|sign-out|password|activate.*|setup/.*|language|https.*|device|healthz|metrics)",
                    NOBODY_NEEDED),
            new Rule("POST", "/device/.*", NOBODY_NEEDED),
            new Rule("POST", "/api/core/v1/(sessions|devices/enrolment)", NOBODY_NEEDED),
            new Rule("GET", "/(help.*|api/openapi.json|api/core/v1/keys)", NOBODY_NEEDED),
            // One's own day and account.
            new Rule(".*", "/(account.*|search|admin)?", ANYBODY_SIGNED_IN),
            new Rule(".*", "/api/core/v1/(me|sessions/current)", ANYBODY_SIGNED_IN),
            new Rule(".*", "(/api/members/v1|/members)/me(/.*)?", "members.self.edit"),
            // Administration.
            new Rule("GET", "(/api/core/v1|/admin)/modules.*", "core.module.list"),
            new Rule(".*", "(/api/core/v1|/admin)/modules.*", "core.module.manage"),
            new Rule(".*", "(/api/core/v1|/admin)/accounts.*", "core.account.manage"),
            new Rule(".*", "(/api/core/v1|/admin)/roles.*", "core.role.manage"),
            new Rule(".*", "(/api/core/v1|/admin)/devices.*", "core.device.manage"),
            new Rule(".*", "(/api/core/v1|/admin)/settings.*", "core.setting.edit"),
            new Rule(".*", "(/api/core/v1|/admin)/jobs.*", "core.job.run"),
            new Rule("GET", "(/api/core/v1|/admin)/audit", "core.audit.read"),
            new Rule("GET", "(/api/core/v1|/admin)/mails.*", "core.mail.read"),
            new Rule(".*", "(/api/core/v1|/admin)/mails.*", "core.mail.send"),
            new Rule(".*", "(/api/core/v1|/admin)/letters.*", "core.letter.edit"),
            new Rule(".*", "(/api/core/v1|/admin)/clock", "core.clock.move"),
            // The office.
            new Rule("GET", "/shifts/rules", "shifts.rules.list"),
            new Rule("GET", "/api/shifts/v1/rules", "shifts.rules.list"),
            new Rule(".*", "/shifts/rules/(choose|single)|/api/shifts/v1/rules.*", "shifts.rules.edit"),
            new Rule("GET", "/shifts/mine|/api/shifts/v1/me/status", "shifts.self.read"),
            new Rule(".*", "/shifts/leave(/\\{id.*)?", "shifts.leave.ask"),
            new Rule(".*", "/api/shifts/v1/me/leave-requests.*", "shifts.leave.ask"),
            new Rule(".*", "(/api/shifts/v1|/shifts)/leave-requests.*", "shifts.worker.edit"),
            new Rule("GET", "/shifts/calendar(/\\{id[^/]*})?", "shifts.slot.list"),
            new Rule(".*", "/shifts/(calendar|mine)/\\{id[^/]*}.*", "shifts.slot.book"),
            new Rule("GET", "/shifts/feed/(jobs/)?\\{secret.*", NOBODY_NEEDED),
            new Rule(".*", "/shifts/feed(/end)?", "shifts.slot.book"),
            new Rule(".*", "(/api/shifts/v1/me|/shifts)/(requests|exchanges|holds).*", "shifts.slot.book"),
            new Rule(".*", "/shifts/pool-requests.*", "shifts.pool.grant"),
            new Rule("GET", "/api/shifts/v1/pool/requests", "shifts.pool.grant"),
            new Rule("POST", "/api/shifts/v1/pool/requests/.*", "shifts.pool.grant"),
            new Rule("GET", "(/api/shifts/v1|/shifts)/pool", "shifts.self.read"),
            new Rule(".*", "(/api/shifts/v1|/shifts)/pool/.*", "shifts.slot.book"),
            new Rule(".*", "/shifts/sheets.*", "shifts.attendance.tell"),
            new Rule("POST", "(/api/shifts/v1|/shifts)/members/\\{id[^/]*}/grace", "shifts.grace.grant"),
            new Rule("GET", "/shifts/pictures|/api/shifts/v1/statistics/.*", "shifts.worker.list"),
            new Rule(
                    "GET", "/shifts/(slots/new|slots/.*/(edit|end|remove|place)|closures/new)", "shifts.template.edit"),
            new Rule("GET", "(/api/shifts/v1|/shifts)/(slots|templates|closures).*", "shifts.template.list"),
            new Rule(".*", "(/api/shifts/v1|/shifts)/(slots|templates|places|closures).*", "shifts.template.edit"),
            new Rule("GET", "/shifts/members/.*/skills", "shifts.worker.edit"),
            new Rule("GET", "/shifts/members(/\\{id[^/]*})?", "shifts.worker.list"),
            new Rule("GET", "/api/shifts/v1/me/bookings", "shifts.self.read"),
            new Rule(".*", "/api/shifts/v1/me/bookings.*", "shifts.slot.book"),
            new Rule("GET", "/api/shifts/v1/shifts", "shifts.slot.list"),
            new Rule(".*", "/api/shifts/v1/shifts/.*", "shifts.attendance.tell"),
            new Rule("GET", "/api/shifts/v1/members(/.*)?", "shifts.worker.list"),
            new Rule(".*", "(/api/shifts/v1|/shifts)/members/.*", "shifts.worker.edit"),
            // The members' desk. An arrival is told by a device at the door, which may do nothing else.
            new Rule(".*", "(/api/members/v1|/members)/imports?(/.*)?", "members.member.import"),
            new Rule(".*", "/api/members/v1/(members/\\{id}/)?arrivals", "members.arrival.record"),
            new Rule(".*", ".*/\\{id[^/]*}/(arrival|questions)(/.*)?", "members.arrival.record"),
            new Rule(".*", ".*/\\{id[^/]*}/(account/)?invitation", "members.account.invite"),
            new Rule(".*", "(/api/members/v1|/members)/invitations", "members.account.invite"),
            new Rule(".*", ".*/\\{id[^/]*}/merge(/.*)?", "members.member.merge"),
            new Rule("POST", ".*/admission/act(ions/.*)?", "members.member.find"),
            new Rule("GET", "/api/.*/admission", "members.member.find"),
            new Rule(".*", ".*/admission(/.*)?", "members.admission.decide"),
            new Rule("GET", "/members(/new|/\\{id[^/]*}/(edit|status|resign|photo/change))", "members.member.edit"),
            new Rule("GET", "/members/\\{id[^/]*}(/photo)?", "members.member.find"),
            new Rule(
                    "GET",
                    "/api/members/v1/(duties|cards/\\{code[^/]*}|members/\\{id[^/]*}/photo)",
                    "members.member.find"),
            new Rule("GET", "(/api/members/v1/|/members).*", "members.member.list"),
            new Rule(".*", "(/api/members/v1/|/members/).*", "members.member.edit"));

    private static final Set<String> DESK = Set.of(
            "members.member.find",
            "members.member.list",
            "members.member.edit",
            "members.member.import",
            "members.admission.decide",
            "members.arrival.record",
            "members.account.invite",
            "shifts.rules.list",
            "shifts.worker.list",
            "shifts.slot.list",
            "shifts.attendance.tell",
            "shifts.template.list",
            "shifts.grace.grant");

    private static final String PASSWORD = "quatorze-navets";

    private final List<String> findings = new ArrayList<>();
    private List<Route> routes;

    @BeforeAll
    void readRoutes(RunningDistribution greffon) {
        routes = Routes.of(greffon.directory());
    }

    @BeforeEach
    void findNothingYet() {
        findings.clear();
    }

    private static String needed(Route route) {
        return RULES.stream()
                .filter(rule -> rule.fits(route))
                .map(Rule::needed)
                .findFirst()
                .orElse("nothing that is written down");
    }

    @Test
    void everyRouteAsksForWhatIsWrittenDown() {
        for (Route route : routes) {
            String asked = route.permission().orElse(route.access() == Access.OPEN ? NOBODY_NEEDED : ANYBODY_SIGNED_IN);
            if (!asked.equals(needed(route))) {
                findings.add(route + " asks for " + asked + ", not " + needed(route));
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void aMemberReachesNothingButHerself(RunningDistribution greffon) {
        walk(
                greffon.as(DemoPerson.MEMBER),
                "member",
                Set.of(
                        "members.self.edit",
                        "shifts.self.read",
                        "shifts.slot.list",
                        "shifts.slot.book",
                        "shifts.leave.ask"));
    }

    @Test
    void theDeskAdministersNothing(RunningDistribution greffon) {
        walk(withRole(greffon, "desk"), "desk", DESK);
    }

    /** What shifts give around a shift, as a role: no list, no file, no history, nothing of a record but who it is. */
    @Test
    void whoeverIsOnDutyWelcomesPeopleAndNoMore(RunningDistribution greffon) {
        String role = "{\"name\":\"Permanence\",\"permissions\":"
                + "[\"members.member.find\",\"members.arrival.record\",\"shifts.attendance.tell\"]}";
        HttpResponse<String> added = greffon.as(DemoPerson.REFERENT).send("POST", "/api/core/v1/roles", role);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);

        walk(
                withRole(greffon, "permanence"),
                "on duty",
                Set.of("members.member.find", "members.arrival.record", "shifts.attendance.tell"));
    }

    @Test
    void aCoordinatorMayMergeAsWell(RunningDistribution greffon) {
        Set<String> rights = new HashSet<>(DESK);
        rights.add("members.member.merge");
        rights.add("shifts.worker.edit");
        rights.add("shifts.rules.edit");
        rights.add("shifts.template.edit");
        rights.add("shifts.pool.grant");
        walk(withRole(greffon, "coordinator"), "coordinator", rights);
    }

    /** Somebody with a role, and with no record among the members. */
    private static Client withRole(RunningDistribution greffon, String role) {
        String login = role + "@example.org";
        String printed = greffon.console("greffon:accounts --role " + role + " add " + login + " Somebody");
        TextBrowser browser = greffon.textBrowser();
        browser.open(printed.substring(printed.indexOf("/activate/"))
                .lines()
                .findFirst()
                .orElseThrow());
        browser.submit("main form", Map.of("password", PASSWORD));
        return greffon.signedIn(login, PASSWORD);
    }

    @Test
    void aDeviceDoesWhatItsRoleSaysAndHasNoAccount(RunningDistribution greffon) throws IOException {
        Client referent = greffon.as(DemoPerson.REFERENT);
        String role = "{\"name\":\"Porte\",\"permissions\":[\"members.arrival.record\"]}";
        JsonNode door =
                JSON.readTree(referent.send("POST", "/api/core/v1/roles", role).body());
        HttpResponse<String> announced = referent.send(
                "POST",
                "/api/core/v1/devices",
                "{\"name\":\"Porte nord\",\"role\":\"" + door.path("id").asText() + "\"}");
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
        JsonNode device = JSON.readTree(announced.body());
        HttpResponse<String> enrolled = greffon.asNobody()
                .send(
                        "POST",
                        "/api/core/v1/devices/enrolment",
                        "{\"code\":\"" + device.path("code").asText() + "\"}");
        Client tablet =
                greffon.with(JSON.readTree(enrolled.body()).path("token").asText());

        for (Route route : routes) {
            if (ENDS_A_SESSION.contains(route.toString())) {
                continue;
            }
            HttpResponse<String> answer = ask(tablet, route);
            boolean mayEnter =
                    needed(route).equals(NOBODY_NEEDED) || needed(route).equals("members.arrival.record");
            boolean isRefused = answer.statusCode() == 403 || isAskedToSignIn(answer);
            if (mayEnter == isRefused || answer.statusCode() >= 500) {
                findings.add("device " + route + ": " + answer.statusCode());
            }
        }
        assertThat(findings).isEmpty();

        referent.send(
                "DELETE",
                "/api/core/v1/devices/" + device.path("device").path("id").asText(),
                null);
        assertThat(tablet.send("POST", "/api/members/v1/arrivals", "{}").statusCode())
                .isEqualTo(401);
    }

    private void walk(Client client, String who, Set<String> rights) {
        for (Route route : routes) {
            if (ENDS_A_SESSION.contains(route.toString())) {
                continue;
            }
            HttpResponse<String> answer = ask(client, route);
            String needed = needed(route);
            String besides = BESIDES.get(route.toString());
            boolean isAllowed =
                    needed.equals(NOBODY_NEEDED) || needed.equals(ANYBODY_SIGNED_IN) || rights.contains(needed);
            boolean mayEnter = isAllowed && (besides == null || rights.contains(besides));
            if (mayEnter == (answer.statusCode() == 403) || answer.statusCode() >= 500 || isAskedToSignIn(answer)) {
                findings.add(who + " " + route + ": " + answer.statusCode());
            }
        }
        assertThat(findings).isEmpty();
    }

    private static HttpResponse<String> ask(Client client, Route route) {
        String path = route.with("987654321", "unknown");
        if (route.method().equals("GET")) {
            return client.get(path);
        }
        boolean hasFiles = route.mediaType().equals("multipart/form-data");
        String type = hasFiles
                ? "multipart/form-data; boundary=end"
                : route.mediaType().replace("*/*", "text/csv");
        return client.send(route.method(), path, type, hasFiles ? "--end--\r\n" : "");
    }

    private static boolean isAskedToSignIn(HttpResponse<String> answer) {
        return answer.statusCode() == 401
                || answer.statusCode() == 303
                        && answer.headers().firstValue("Location").orElse("").contains("/sign-in?to=");
    }
}
