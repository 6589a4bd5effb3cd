package coop.greffon.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.page.PageOutput;
import coop.greffon.web.internal.visit.Visits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
    @ParameterizedTest
    @CsvSource({"tags[2], tags", "details.tags[0], details.tags", "mails[1].address, mails[1].address", "name, name"})
    void whatIsWrongStandsAtTheFieldItWasTypedInto(String error, String field) {
        var refused = new InvalidInput(FieldError.of(error, "x", Text.of("core.validation.Size", 0, 200)));

        Form form = Form.refused(Visits.of(), Map.of(), refused);

        assertThat(form.error(field)).isPresent();
    }

    /** The summary stands above the fields, and is written before they are made. */
    @Test
    void aLineOfTheSummaryNamesItsField() {
        Form form = Form.refused(
                Visits.hearing(Map.of("web.labelled", "{0} : {1}")),
                Map.of("name", "", "mail", "ana"),
                new InvalidInput(List.of(
                        FieldError.of("name", "", Text.of("Ce champ est à remplir.")),
                        new FieldError(
                                "mail", "ana", Text.of("Ce courriel n’est pas complet."), Text.of("Il manque @.")),
                        FieldError.of("seats", "x", Text.of("Écrivez un nombre.")),
                        FieldError.of("nowhere", null, Text.of("Autre chose.")))));
        var page = new PageOutput();
        page.writeUserContent(form.summary());
        page.writeUserContent(form.text("name", "Nom affiché"));
        page.writeUserContent(form.text("mail", "Courriel"));
        page.writeUserContent(form.text("seats", "Nom"));

        Document shown = Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8));

        assertThat(shown.select(".summary a").eachText())
                .containsExactly(
                        "Nom affiché : Ce champ est à remplir.",
                        "Ce courriel n’est pas complet. Il manque @.",
                        "Nom : Écrivez un nombre.",
                        "Autre chose.");
        assertThat(shown.select(".summary a").eachAttr("href")).containsExactly("#name", "#mail", "#seats", "#nowhere");
        assertThat(shown.body().child(0).classNames()).contains("summary");
        assertThat(shown.select("#name-error").text()).isEqualTo("Ce champ est à remplir.");
    }

    /** Rows are alike, lists and hidden fields have no label: the form says what they are called, and where they are mended. */
    @Test
    void whatHasNoLabelOfItsOwnIsNamedAsWell() {
        Form form = Form.refused(
                Visits.hearing(Map.of("web.labelled", "{0} : {1}", "usage", "Usage ({0} {1})", "list", "Courriels")),
                Map.of(),
                new InvalidInput(List.of(
                        FieldError.of("mails[1].label", "x", Text.of("core.validation.Size")),
                        FieldError.of("mails", "x", Text.of("core.validation.Size")),
                        FieldError.of("vat", "x", Text.of("core.validation.Size")))));
        var page = new PageOutput();
        page.writeUserContent(form.summary());
        form.name("mails[1].label", "usage", "courriel", 2);
        form.nameAt("mails", "mails[0].address", "list");
        page.writeUserContent(form.text("mails[1].label", "Usage"));

        Document shown = Jsoup.parse(new String(page.bytes(), StandardCharsets.UTF_8));

        assertThat(shown.select(".summary a").eachText())
                .containsExactly(
                        "Usage (courriel 2) : core.validation.Size",
                        "Courriels : core.validation.Size",
                        "vat : core.validation.Size");
        assertThat(shown.select(".summary a").eachAttr("href"))
                .containsExactly("#mails[1].label", "#mails[0].address", "#vat");
        assertThat(shown.select("label").text()).startsWith("Usage");
    }
}
