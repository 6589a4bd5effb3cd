package coop.greffon.members.internal.rules;

import static coop.greffon.members.HouseholdRole.HOLDER;
import static coop.greffon.members.HouseholdRole.MINOR;
import static coop.greffon.members.HouseholdRole.SHOPPER;
import static coop.greffon.members.HouseholdRole.WORKER;
import static coop.greffon.members.MemberStatus.CANDIDATE;
import static coop.greffon.members.MemberStatus.FORMER;
import static coop.greffon.members.MemberStatus.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.HouseholdRole;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.Verdict;
import coop.greffon.members.internal.rules.MembershipFindings.Housemate;
import coop.greffon.members.internal.rules.MembershipFindings.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MembershipFindingsTest {
    private static final Housemate MEMBER_HOLDER = new Housemate("Inès", Set.of(HOLDER), MEMBER);
    private static final Housemate MEMBER_WORKER = new Housemate("Inès", Set.of(WORKER), MEMBER);
    private static final Housemate MEMBER_SHOPPER = new Housemate("Inès", Set.of(SHOPPER), MEMBER);
    private static final Housemate FORMER_HOLDER = new Housemate("Inès", Set.of(HOLDER), FORMER);

    private static Arguments of(
            MemberStatus own, Set<HouseholdRole> roles, List<Housemate> others, Verdict verdict, String reason) {
        return Arguments.of(own, roles, others, verdict, "members.admission." + reason);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                of(MEMBER, Set.of(), List.of(), Verdict.ALLOW, "member"),
                of(MEMBER, Set.of(MINOR), List.of(FORMER_HOLDER), Verdict.ALLOW, "member"),
                of(CANDIDATE, Set.of(), List.of(), Verdict.DENY, "candidate"),
                of(FORMER, Set.of(), List.of(), Verdict.DENY, "former"),
                of(null, Set.of(), List.of(), Verdict.DENY, "nobody"),
                of(null, Set.of(SHOPPER), List.of(MEMBER_HOLDER), Verdict.ALLOW, "household"),
                of(null, Set.of(SHOPPER), List.of(MEMBER_WORKER), Verdict.ALLOW, "household"),
                of(FORMER, Set.of(SHOPPER), List.of(MEMBER_HOLDER), Verdict.ALLOW, "household"),
                of(null, Set.of(SHOPPER), List.of(MEMBER_SHOPPER), Verdict.DENY, "nobody"),
                of(null, Set.of(SHOPPER), List.of(FORMER_HOLDER), Verdict.DENY, "nobody"),
                of(FORMER, Set.of(HOLDER), List.of(), Verdict.DENY, "former"),
                of(null, Set.of(MINOR), List.of(MEMBER_HOLDER), Verdict.WARN, "minor"),
                of(null, Set.of(MINOR), List.of(FORMER_HOLDER), Verdict.DENY, "nobody"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void membersAndTheirHouseholdsMayShop(
            MemberStatus own, Set<HouseholdRole> roles, List<Housemate> others, Verdict verdict, String reason) {
        var standing = own == null ? Standing.NONE : new Standing(own, LocalDate.parse("2023-03-04"));

        Finding finding = MembershipFindings.of(standing, roles, others);

        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.reason().key()).isEqualTo(reason);
        assertThat(finding.remedy() == null).isEqualTo(verdict == Verdict.ALLOW);
    }
}
