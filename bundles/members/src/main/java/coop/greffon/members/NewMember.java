package coop.greffon.members;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * Somebody to be written down.
 *
 * @param details what is said of them
 * @param statuses the journal of statuses so far, in any order; empty for somebody who is no member, such as a supplier
 * @param externalIds what other programs call them
 * @param cards their cards; all but the last are replaced ones
 */
public record NewMember(
        @NotNull @Valid MemberDraft details,
        @Size(max = 20) List<@NotNull @Valid StatusDraft> statuses,
        @Size(max = 20) List<@NotNull @Valid ExternalId> externalIds,
        @Size(max = 20) List<@NotNull @Valid CardDraft> cards) {
    public NewMember {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
        externalIds = externalIds == null ? List.of() : List.copyOf(externalIds);
        cards = cards == null ? List.of() : List.copyOf(cards);
    }

    /** Somebody of whom nothing but the details is known. */
    public static NewMember of(MemberDraft details) {
        return new NewMember(details, List.of(), List.of(), List.of());
    }

    /** Somebody with a status. */
    public static NewMember of(MemberDraft details, StatusDraft status) {
        return new NewMember(details, List.of(status), List.of(), List.of());
    }
}
