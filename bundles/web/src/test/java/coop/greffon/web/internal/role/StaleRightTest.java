package coop.greffon.web.internal.role;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.StaleEdit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StaleRightTest {
    @Test
    void theFormGoesOnWithWhatSomebodyElseDecidedMeanwhile() {
        var stale = new StaleEdit(List.of(
                FieldError.of("members.member.edit", false, Text.of("core.role.taken-meanwhile-by", "Maud")),
                FieldError.of("members.member.list", true, Text.of("core.role.given-meanwhile"))));

        assertThat(StaleRight.merged(stale, Set.of("members.member.edit", "core.setting.edit")))
                .containsExactlyInAnyOrder("members.member.list", "core.setting.edit");
    }
}
