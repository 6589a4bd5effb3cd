package coop.greffon.members;

import static coop.greffon.members.Shapes.trimmed;

import java.util.List;
import java.util.Objects;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * What people may change of their own record.
 *
 * @param mails the first is the one written to
 * @param phones the first is the one called
 * @param addresses the first is the one shown
 * @param language two letters of ISO 639, perhaps with a country; null for the co-op's
 */
public record ContactDraft(
        @Size(max = 20) List<@NotNull @Valid MailAddress> mails,
        @Size(max = 20) List<@NotNull @Valid Phone> phones,
        @Size(max = 20) List<@NotNull @Valid Address> addresses,

        @Pattern(regexp = Shapes.LANGUAGE, message = "members.shape.language")
        String language) {
    public ContactDraft {
        mails = list(mails);
        phones = list(phones);
        addresses = list(addresses);
        language = trimmed(language);
    }

    private static <T> List<T> list(List<T> given) {
        return given == null
                ? List.of()
                : given.stream().filter(Objects::nonNull).toList();
    }
}
