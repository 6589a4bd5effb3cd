package coop.greffon.core.internal.module;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonsTest {
    @Test
    void theInnermostCauseSpeaks() {
        var failure = new IllegalStateException(
                "outer", new IllegalArgumentException("\nthe scale is not plugged in\nat all"));

        assertThat(Reasons.of(failure)).isEqualTo("the scale is not plugged in");
    }

    @Test
    void aCauseWithoutAMessageIsNamed() {
        assertThat(Reasons.of(new IllegalStateException(new NullPointerException())))
                .isEqualTo("NullPointerException");
    }

    @Test
    void aPrintedTraceSpeaksByItsLastCause() {
        String trace = """
                java.lang.reflect.InvocationTargetException
                \tat jdk.internal.reflect.Native.newInstance0(Native Method)
                Caused by: java.lang.IllegalStateException: outer
                \tat a.B.c(B.java:1)
                Caused by: java.io.IOException: the scale: not plugged in
                \t... 3 more
                """;

        assertThat(Reasons.ofTrace(trace)).isEqualTo("the scale: not plugged in");
    }

    @Test
    void aTraceOfOneLineSpeaksForItself() {
        assertThat(Reasons.ofTrace("java.lang.NullPointerException\n\tat a.B.c(B.java:1)"))
                .isEqualTo("NullPointerException");
    }
}
