package coop.greffon.itests;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.itests.distribution.Client;
import coop.greffon.itests.distribution.DemoPerson;
import coop.greffon.itests.distribution.RunningDistribution;
import coop.greffon.itests.distribution.SharedDistribution;
import coop.greffon.itests.site.Form;
import coop.greffon.itests.site.Form.Field;
import coop.greffon.itests.site.Routes;
import coop.greffon.itests.site.Site;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every form that people fill in, sent with what does not fit. */
@ExtendWith(SharedDistribution.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class FormsIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** Where it is not told what is wrong, so that nobody learns which half of a sign-in is right. */
    private static final Set<String> SAYS_NOT_WHICH = Set.of("/sign-in", "/account/password");

    /** Whatever is typed, the answer is the same: a letter goes out if the address is known. */
    private static final String ANSWERS_ALIKE = "/password";

    private final List<String> findings = new ArrayList<>();
    private final Map<String, Form> forms = new TreeMap<>();
    private Client referent;

    @BeforeAll
    void findForms(RunningDistribution greffon) {
        referent = greffon.as(DemoPerson.REFERENT);
        Site site = Site.walk(
                referent,
                Routes.of(greffon.directory()),
                List.of("/", "/sign-in", "/password", "/members/new", "/admin/accounts/new", "/admin/devices/new"));
        site.documents()
                .forEach((page, document) -> Form.of(document).stream()
                        .filter(form -> form.asksForText() && !form.action().equals(ANSWERS_ALIKE))
                        .forEach(form -> forms.putIfAbsent(form.kind(), form)));
    }

    @BeforeEach
    void findNothingYet() {
        findings.clear();
    }

    private HttpResponse<String> send(Form form, String content) {
        return referent.send("POST", form.action(), FORM, content);
    }

    private String lastChange() {
        return referent.get("/api/core/v1/audit").body();
    }

    @Test
    void formsAreFound() {
        assertThat(forms.values()).extracting(Form::action).contains("/members/new", "/account/password", "/sign-in");
        assertThat(forms).hasSizeGreaterThan(15);
    }

    @Test
    void aTextThatIsTooLongIsRefusedAtItsField() {
        everyField(field -> true, List.of("x".repeat(60_000)), true);
    }

    @Test
    void whatIsNoTextIsRefused() {
        everyField(field -> true, List.of("\u0000"), false);
    }

    @Test
    void aDayThatIsNoneIsRefusedAtItsField() {
        everyField(Field::isDay, List.of("32/13/2026", "yesterday", "+999999999-12-31", "0001-01-01"), true);
    }

    /** What goes with a mail, a telephone, an address or a status is passed over where there is none. */
    private static boolean counts(Field field) {
        return !field.name().matches(".*\\.(label|remark|reason)");
    }

    private void everyField(Predicate<Field> which, List<String> texts, boolean isNamed) {
        for (Form form : forms.values()) {
            for (Field field :
                    form.typed().stream().filter(which.and(FormsIT::counts)).toList()) {
                for (String text : texts) {
                    String before = lastChange();
                    HttpResponse<String> answer = send(form, form.with(field, text));
                    expectRefusal(
                            form + " " + field.name() + " " + text.substring(0, Math.min(text.length(), 20)), answer);
                    if (isNamed && !SAYS_NOT_WHICH.contains(form.action())) {
                        expectFieldNamed(form, field, answer);
                    }
                    if (!lastChange().equals(before)) {
                        findings.add(form + " changed something: " + lastChange());
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    /** Last: a sheet closes without a remark, and is a form no longer. */
    @Test
    @Order(Integer.MAX_VALUE)
    void fieldsThatAreMissingAreNoFailure() {
        for (Form form : forms.values()) {
            HttpResponse<String> answer = send(form, "");
            if (answer.statusCode() >= 500) {
                findings.add(form.action() + " empty: " + answer.statusCode());
            }
        }
        assertThat(findings).isEmpty();
    }

    private void expectRefusal(Object what, HttpResponse<String> answer) {
        if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
            findings.add(what + ": " + answer.statusCode());
        }
    }

    private void expectFieldNamed(Form form, Field field, HttpResponse<String> answer) {
        Document page = Jsoup.parse(answer.body());
        boolean isNamed = page.select("[aria-invalid=true]").stream()
                .anyMatch(one -> one.attr("name").equals(field.name())
                        && one.attr("aria-describedby").contains("-error"));
        if (!isNamed) {
            findings.add(form + " does not name " + field.name() + ": "
                    + page.select(".summary, .error").text());
        }
    }
}
