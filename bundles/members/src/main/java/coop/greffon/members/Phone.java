package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * A telephone number.
 *
 * @param number the number as typed, with its spaces, and perhaps a remark such as "evenings"; at least 5 digits
 * @param label what it is for, such as "portable"; null for nothing in particular
 */
public record Phone(
        @NotNull @Size(max = 100) @Pattern(regexp = Shapes.PHONE, message = "members.shape.phone")
        String number,

        @Size(max = 60) String label) {
    public Phone {
        number = trimmed(number);
        label = trimmed(label);
    }

    /** A number without a label. */
    public static Phone of(String number) {
        return new Phone(number, null);
    }
}
