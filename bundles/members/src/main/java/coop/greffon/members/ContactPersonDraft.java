package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import java.time.LocalDate;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * Somebody who is to be talked to at an organisation.
 *
 * @param personId who
 * @param function what the person does there, null for unknown
 * @param from the first day
 * @param to the last day, null for open
 */
public record ContactPersonDraft(
        @NotNull Long personId,

        @Size(max = 100) @Pattern(regexp = Shapes.SINGLE_LINE, message = "members.shape.single-line")
        String function,

        @NotNull LocalDate from,
        LocalDate to) {
    public ContactPersonDraft {
        function = trimmed(function);
    }
}
