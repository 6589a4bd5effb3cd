package coop.greffon.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SentTest {
    @Test
    void aSetHasNoEmptyPlace() {
        assertThatThrownBy(() -> Sent.whole("roles", Collections.singleton(null)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field())
                                .containsExactly("roles"));
        assertThatThrownBy(() -> Sent.whole("roles", null)).isInstanceOf(InvalidInput.class);
        assertThat(Sent.whole("roles", Set.of("desk"))).containsExactly("desk");
        assertThat(Sent.whole("roles", Set.of())).isEmpty();
    }
}
