package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.Visit;
import coop.greffon.web.form.Form;
import coop.greffon.web.form.Typed;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;

/** What is wrong in a row of a form is told of that row. */
class ContactRowsTest {
    private final Visit visit = KeysAndArguments.visit();

    private static Typed typed(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Typed.of(new MultivaluedHashMap<>(values));
    }

    private String summary(ContactRows rows, String... fields) {
        var refused = new InvalidInput(Arrays.stream(fields)
                .map(field -> FieldError.of(field, "x", Text.of("core.validation.Size")))
                .toList());
        Form form = Form.refused(visit, Map.of(), refused);
        rows.name(form, visit, "");
        var output = new StringOutput();
        form.summary().writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }

    @Test
    void rowsThatAreAlikeAreNamedByTheirPlace() {
        String shown = summary(
                new ContactRows(2, 1, 2),
                "mails[1].address",
                "mails[0].label",
                "phones[0].label",
                "addresses[1].street",
                "addresses[0].reference");

        assertThat(shown)
                .contains("members.form.row members.field.mail 2")
                .contains("members.form.label-of members.field.mail 1")
                .contains("members.form.label-of members.field.phone 1")
                .contains("members.form.in-address 2 members.field.street")
                .contains("href=\"#addresses[0].street\"");
    }

    @Test
    void tooManyRowsAreToldAtTheFirst() {
        assertThat(summary(new ContactRows(1, 1, 1), "mails", "phones", "addresses"))
                .contains("members.field.mails", "href=\"#mails[0].address\"")
                .contains("members.field.phones", "href=\"#phones[0].number\"")
                .contains("members.field.addresses", "href=\"#addresses[0].kind\"");
    }

    @Test
    void emptyRowsDoNotShiftWhatIsWrong() {
        Typed typed = typed(
                "details.mails[0].address",
                " ",
                "details.mails[1].address",
                "a@example.org",
                "details.mails[2].address",
                "ana",
                "details.addresses[0].kind",
                "MAIN",
                "details.addresses[1].city",
                "Brest");
        var refused =
                new InvalidInput(Stream.of("details.mails[1].address", "details.addresses[0].country", "details.number")
                        .map(field -> FieldError.of(field, "x", Text.of("core.validation.Size")))
                        .toList());

        assertThat(MemberForm.atRows(refused, typed, "details.").errors())
                .extracting(FieldError::field)
                .containsExactly("details.mails[2].address", "details.addresses[1].country", "details.number");
        assertThat(typed.date("details.mails[0].address")).isNull();
        assertThat(typed.whole("details.mails[2].address"))
                .as("what cannot be read is told of its own row")
                .isNull();
        assertThat(MemberForm.atRows(refused, typed, "details.")).isSameAs(refused);
    }

    @Test
    void aRowBeyondThoseOfTheFormIsRefused() {
        Typed typed = typed(
                "details.kind",
                "PERSON",
                "details.familyName",
                "Roux",
                "details.mails[99999].address",
                "ana@example.org");

        assertThatThrownBy(() -> MemberForm.newMember(typed))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .isEqualTo(List.of(FieldError.of(
                                        "details.mails[99999].address",
                                        "ana@example.org",
                                        Text.of("web.form.row-unknown", "details.mails[99999].address")))));
    }
}
