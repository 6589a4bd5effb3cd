package coop.greffon.members.internal.account;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.PermissionSource;
import coop.greffon.members.Subjects;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Whoever has a record may see and correct it, whatever else the account may do. */
@Component(service = PermissionSource.class)
public final class OwnRecordPermission implements PermissionSource {
    /** The right to see and correct one's own record. */
    public static final String OWN = "members.self.edit";

    @Override
    public Set<String> permissions(Account account, Instant at) {
        return Subjects.memberId(account.subject()).isPresent() ? Set.of(OWN) : Set.of();
    }
}
