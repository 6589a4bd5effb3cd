package coop.greffon.web.internal.account;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.validation.constraints.Email;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/**
 * Somebody who is to have an account.
 *
 * @param name the name shown
 * @param mail where the invitation goes, and what is typed to sign in
 * @param language the language of pages and mails, null for the one of whoever invites
 * @param roles the roles, null for none
 */
record Invitation(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Email @Size(max = 254) String mail,
        Locale language,
        Set<String> roles) {
    Invitation {
        roles = roles == null ? Set.of() : Collections.unmodifiableSet(new HashSet<>(roles));
    }
}
