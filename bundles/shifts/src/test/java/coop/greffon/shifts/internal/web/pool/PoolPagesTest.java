package coop.greffon.shifts.internal.web.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolPagesTest {
    /** Without one, a second click would give a second time. */
    @Test
    void aGiftHasAKeyWhateverWasRefusedBefore() {
        assertThat(PoolPages.keyed(Map.of()).get(PoolPages.KEY)).isNotBlank();
        assertThat(PoolPages.keyed(Map.of(PoolPages.KEY, "")).get(PoolPages.KEY))
                .isNotBlank();
        assertThat(PoolPages.keyed(Map.of(PoolPages.KEY, "one", "amount", "x")))
                .isEqualTo(Map.of(PoolPages.KEY, "one", "amount", "x"));
    }
}
