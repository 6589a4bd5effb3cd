package coop.greffon.core.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.junit.jupiter.api.Test;

class BeanValidationTest {
    private final BeanValidation validation = new BeanValidation();

    record Box(@NotBlank String label, @Size(max = 3) String code) {}

    record Parcel(
            @NotNull @Size(max = 5) String name,
            @Size(max = 2) List<@Valid @NotNull Box> boxes,

            @Pattern(regexp = "[A-Z]{2}", message = "test.country")
            String country) {}

    @Test
    void namesEachFieldAtFaultInTheOrderOfTheRecord() {
        var parcel = new Parcel("abcdef", List.of(new Box(" ", "abcd"), new Box("a", null)), "fr");

        assertThat(validation.errors(parcel))
                .containsExactly(
                        FieldError.of("name", "abcdef", Text.of("core.shape.Size", 5, 0)),
                        FieldError.of("boxes[0].code", "abcd", Text.of("core.shape.Size", 3, 0)),
                        FieldError.of("boxes[0].label", " ", Text.of("core.shape.NotBlank")),
                        FieldError.of("country", "fr", Text.of("test.country")));
    }

    @Test
    void saysNothingOfAGoodRecord() {
        assertThat(validation.errors(new Parcel("abc", List.of(), null))).isEmpty();
    }

    @Test
    void refusesAMissingElement() {
        assertThatThrownBy(() -> validation.check(new Parcel("abc", java.util.Collections.singletonList(null), "FR")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .containsExactly("boxes[0]"));
    }
}
