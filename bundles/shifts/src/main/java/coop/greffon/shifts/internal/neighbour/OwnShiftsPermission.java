package coop.greffon.shifts.internal.neighbour;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.PermissionSource;
import coop.greffon.members.Subjects;
import coop.greffon.shifts.internal.web.OwnPages;
import coop.greffon.shifts.internal.web.leave.OwnLeavePages;
import coop.greffon.shifts.internal.web.portal.CalendarPages;
import coop.greffon.shifts.internal.web.portal.ShiftPages;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Whoever has a record may see and change their own shifts and ask for a leave, whatever else the account may do. */
@Component(service = PermissionSource.class)
public final class OwnShiftsPermission implements PermissionSource {
    @Override
    public Set<String> permissions(Account account, Instant at) {
        return Subjects.memberId(account.subject()).isPresent()
                ? Set.of(OwnPages.READ, ShiftPages.BOOK, CalendarPages.LIST, OwnLeavePages.ASK)
                : Set.of();
    }
}
