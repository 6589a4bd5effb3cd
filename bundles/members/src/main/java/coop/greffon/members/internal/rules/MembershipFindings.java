package coop.greffon.members.internal.rules;

import coop.greffon.core.message.Text;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.Remedy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What membership alone says about shopping: members may, and those of a member's household. */
public final class MembershipFindings {
    private MembershipFindings() {}

    /**
     * A status on a day.
     *
     * @param status null for none
     * @param since its first day, null where there is none
     */
    public record Standing(MemberStatus status, LocalDate since) {
        /** Somebody who has no status. */
        public static final Standing NONE = new Standing(null, null);
    }

    /**
     * Somebody of the household that day.
     *
     * @param name the name shown
     * @param status null for none
     */
    public record Housemate(String name, Set<HouseholdRole> roles, MemberStatus status) {}

    /**
     * The one finding.
     *
     * @param own the person's own status
     * @param roles what the person is in a household that day, empty for nothing
     * @param others the others of that household
     */
    public static Finding of(Standing own, Set<HouseholdRole> roles, List<Housemate> others) {
        if (own.status() == MemberStatus.MEMBER) {
            return Finding.allow(Text.of("members.admission.member", own.since()));
        }
        Optional<Housemate> sponsor = others.stream()
                .filter(other -> other.status() == MemberStatus.MEMBER)
                .filter(other -> other.roles().contains(HouseholdRole.HOLDER)
                        || other.roles().contains(HouseholdRole.WORKER))
                .findFirst();
        if (sponsor.isPresent() && roles.contains(HouseholdRole.MINOR)) {
            return Finding.warn(
                    Text.of("members.admission.minor", sponsor.get().name()),
                    Remedy.of(Text.of("members.admission.minor-remedy")));
        }
        if (sponsor.isPresent() && !roles.isEmpty()) {
            return Finding.allow(
                    Text.of("members.admission.household", sponsor.get().name()));
        }
        return without(own);
    }

    private static Finding without(Standing own) {
        Remedy desk = Remedy.of(Text.of("members.admission.join-remedy"));
        if (own.status() == MemberStatus.CANDIDATE) {
            return Finding.deny(
                    Text.of("members.admission.candidate", own.since()),
                    Remedy.of(Text.of("members.admission.candidate-remedy")));
        }
        return own.status() == MemberStatus.FORMER
                ? Finding.deny(Text.of("members.admission.former", own.since()), desk)
                : Finding.deny(Text.of("members.admission.nobody"), desk);
    }
}
