package coop.greffon.members.internal.rules;

import static coop.greffon.members.admission.Verdict.ALLOW;
import static coop.greffon.members.admission.Verdict.DENY;
import static coop.greffon.members.admission.Verdict.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.Card;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.Decision.Reason;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionsTest {
    private static Reason reason(Verdict verdict) {
        return new Reason("shifts", new Finding(verdict, Text.of("shifts." + verdict), null, null));
    }

    private static Card card(CardState state) {
        LocalDate day = LocalDate.parse("2026-11-20");
        return new Card("1", CardKind.BARCODE, 1, day, state == CardState.ACTIVE ? null : day, state, null);
    }

    private static Decision.Override by(Verdict verdict) {
        return new Decision.Override(1, verdict, "vu", Instant.parse("2026-12-01T00:00:00Z"), "Nadia", Instant.EPOCH);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(List.of(ALLOW), null, null, ALLOW),
                Arguments.of(List.of(ALLOW, WARN), null, null, WARN),
                Arguments.of(List.of(DENY, ALLOW, WARN), null, null, DENY),
                Arguments.of(List.of(), null, null, WARN),
                Arguments.of(List.of(ALLOW), CardState.ACTIVE, null, ALLOW),
                Arguments.of(List.of(ALLOW), CardState.LOST, null, DENY),
                Arguments.of(List.of(ALLOW), CardState.REPLACED, null, DENY),
                Arguments.of(List.of(ALLOW), CardState.REVOKED, null, DENY),
                Arguments.of(List.of(DENY), null, ALLOW, ALLOW),
                Arguments.of(List.of(ALLOW), null, DENY, DENY),
                Arguments.of(List.of(ALLOW), CardState.LOST, ALLOW, ALLOW),
                Arguments.of(List.of(ALLOW), CardState.REVOKED, ALLOW, DENY));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theWorstWinsAndStaffStandAboveAllButARevokedCard(
            List<Verdict> findings, CardState card, Verdict override, Verdict expected) {
        Decision decision = Decisions.of(
                findings.stream().map(DecisionsTest::reason).toList(),
                card == null ? null : card(card),
                override == null ? null : by(override));

        assertThat(decision.verdict()).isEqualTo(expected);
    }

    @Test
    void allReasonsAreShownTheWorstFirst() {
        Decision decision =
                Decisions.of(Arrays.asList(reason(ALLOW), reason(DENY), reason(WARN)), card(CardState.LOST), null);

        assertThat(decision.reasons())
                .extracting(shown -> shown.finding().reason().key())
                .containsExactly("shifts.DENY", "members.admission.card-LOST", "shifts.WARN", "shifts.ALLOW");
    }
}
