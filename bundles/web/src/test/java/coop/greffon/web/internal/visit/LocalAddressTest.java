package coop.greffon.web.internal.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAddressTest {
    @Test
    void leadsWhereItWasAsked() {
        assertThat(LocalAddress.of("/members?status=MEMBER&page=2#main"))
                .isEqualTo("/members?status=MEMBER&page=2#main");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "members",
                "//example.org",
                "/\\example.org",
                "https://example.org/",
                "/a b",
                "/%zz",
                "/{x}",
                "/a\nb"
            })
    void staysAtHomeOtherwise(String wanted) {
        assertThat(LocalAddress.of(wanted)).isEqualTo("/");
    }
}
