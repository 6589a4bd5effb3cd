package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * A mail address.
 *
 * @param address the address as typed, at most 254 characters
 * @param label what it is for, null where it is the only one
 */
public record MailAddress(
        @NotNull @Size(max = 254) @Pattern(regexp = Shapes.MAIL, message = "members.shape.mail")
        String address,

        @Size(max = 60) String label) {
    public MailAddress {
        address = trimmed(address);
        label = trimmed(label);
    }

    /** An address without a label. */
    public static MailAddress of(String address) {
        return new MailAddress(address, null);
    }
}
