package coop.greffon.web.internal.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import coop.greffon.core.identity.Account;
import java.util.Set;
import java.util.TreeSet;

/** An account as programs see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountBody(
        long id,
        String subject,
        String name,
        String language,
        Set<String> logins,
        Set<String> roles,
        Account.State state) {
    static AccountBody of(Account account) {
        return new AccountBody(
                account.id(),
                account.subject(),
                account.name(),
                account.language().toLanguageTag(),
                new TreeSet<>(account.logins()),
                new TreeSet<>(account.roles()),
                account.state());
    }
}
