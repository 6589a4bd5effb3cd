package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.message.Text;
import coop.greffon.shifts.internal.rules.Standing;
import coop.greffon.shifts.internal.rules.StatusCode;
import coop.greffon.shifts.internal.rules.Track;
import coop.greffon.shifts.internal.store.AllAccounts;
import coop.greffon.shifts.internal.store.WorkAccount;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Letters about where people stand: an alert or a suspension that began, a grace that ends, no shift before the next alert. */
@Component(service = StandingReminders.class)
public final class StandingReminders {
    /** What began longer ago is no news: nobody is written to of it when the bundle is new. */
    private static final int NEWS = 3;

    private static final int GRACE_ENDS = 3;
    private static final int ALERT_BEGINS = 7;
    private static final Link MINE = new Link(Text.of("shifts.letter.open"), "/shifts/mine");
    private static final Link CHOOSE = new Link(Text.of("shifts.letter.choose"), "/shifts/calendar?free=1");

    private final AllAccounts accounts;
    private final Postman postman;

    @Activate
    public StandingReminders(@Reference AllAccounts accounts, @Reference Postman postman) {
        this.accounts = accounts;
        this.postman = postman;
    }

    /** Everything that is to be written on a day. Asked again, nothing is written twice. */
    int write(LocalDate day) {
        int[] written = {0};
        accounts.each(day, account -> written[0] += write(account, day) ? 1 : 0);
        return written[0];
    }

    private boolean write(WorkAccount account, LocalDate day) {
        Standing standing = account.standing();
        return switch (standing.code()) {
            case ALERT -> began(account, "alert", day);
            case SUSPENDED -> began(account, "suspended", day);
            case GRACE -> graceEnds(account, day);
            case UP_TO_DATE -> account.enrolment().track() == Track.FLYING && unbooked(account, day);
            default -> false;
        };
    }

    private boolean began(WorkAccount account, String what, LocalDate day) {
        Optional<LocalDate> since = account.standing().reasons().stream()
                .filter(reason -> reason.code() == account.standing().code() && reason.since() != null)
                .map(Standing.Reason::since)
                .findFirst();
        return since.isPresent()
                && since.get().isAfter(day.minusDays(NEWS))
                && postman.write(
                        account.enrolment().memberId(),
                        Text.of("shifts.letter." + what + ".title", Letter.COOP),
                        Text.of("shifts.letter." + what + ".text", since.get()),
                        MINE,
                        cause(account, what, since.get()));
    }

    private boolean graceEnds(WorkAccount account, LocalDate day) {
        LocalDate until = account.standing().until();
        return until != null
                && !until.isAfter(day.plusDays(GRACE_ENDS))
                && postman.write(
                        account.enrolment().memberId(),
                        Text.of("shifts.letter.grace.title", Letter.COOP, until),
                        Text.of("shifts.letter.grace.text", until),
                        MINE,
                        cause(account, StatusCode.GRACE.name(), until));
    }

    private boolean unbooked(WorkAccount account, LocalDate day) {
        Optional<LocalDate> next = account.forecast().ifNothing();
        return next.isPresent()
                && !account.forecast().isRegistered()
                && !next.get().isAfter(day.plusDays(ALERT_BEGINS))
                && postman.write(
                        account.enrolment().memberId(),
                        Text.of("shifts.letter.unbooked.title", Letter.COOP, next.get()),
                        Text.of("shifts.letter.unbooked.text", next.get()),
                        CHOOSE,
                        cause(account, "unbooked", next.get()));
    }

    private static String cause(WorkAccount account, String what, LocalDate day) {
        return "shifts." + what + "/" + account.enrolment().id() + "/" + day;
    }
}
