package coop.greffon.core.internal.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;
import org.junit.jupiter.api.Test;

class BeanValidationTest {
    record Line(@NotBlank(message = "shop.line.empty") String what) {}

    record Order(@Size(min = 2, max = 4) String code, @Valid List<Line> lines) {}

    private final BeanValidation validation = new BeanValidation();

    @Test
    void letsGoodInputThrough() {
        var order = new Order("abc", List.of(new Line("pain")));

        assertThat(validation.valid(order)).isSameAs(order);
    }

    @Test
    void namesEachFieldItsValueAndItsRule() {
        assertThatThrownBy(() -> validation.valid(new Order("a", List.of(new Line("pain"), new Line(" ")))))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .containsExactly(
                                        FieldError.of("code", "a", Text.of("core.validation.Size", 2, 4)),
                                        FieldError.of("lines[1].what", " ", Text.of("shop.line.empty"))));
    }
}
