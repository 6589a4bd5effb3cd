package coop.greffon.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.web.internal.visit.Visits;
import java.util.Map;
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
}
