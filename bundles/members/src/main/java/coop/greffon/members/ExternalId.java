package coop.greffon.members;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/**
 * What another program calls a member.
 *
 * @param source the program, such as {@code odoo}
 * @param id its identifier there
 */
public record ExternalId(
        @NotBlank @Size(max = 40) String source,
        @NotBlank @Size(max = 250) String id) {}
