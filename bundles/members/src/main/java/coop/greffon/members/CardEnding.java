package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;

/**
 * Why a card is worth nothing any more.
 *
 * @param state what became of it, not {@link CardState#ACTIVE}
 * @param reason said to whoever shows it, null for nothing
 */
public record CardEnding(
        @NotNull CardState state, @Size(max = 200) String reason) {
    public CardEnding {
        reason = trimmed(reason);
    }
}
