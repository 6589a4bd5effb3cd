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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    /**
     * Everything that is to be written on a day; each tells whether it was. Asked again, nothing is written twice. Where something is wrong with
     * somebody, the first names them as it fails, and the letters to the others are written all the same.
     */
    List<BooleanSupplier> due(LocalDate day) {
        List<BooleanSupplier> due = new ArrayList<>();
        List<Long> left = accounts.each(day, account -> due(account, day).ifPresent(due::add));
        if (!left.isEmpty()) {
            due.add(0, () -> {
                throw AllAccounts.fault(left);
            });
        }
        return due;
    }

    private Optional<BooleanSupplier> due(WorkAccount account, LocalDate day) {
        Standing standing = account.standing();
        return switch (standing.code()) {
            case ALERT -> began(account, "alert", day);
            case SUSPENDED -> began(account, "suspended", day);
            case GRACE -> graceEnds(account, day);
            case UP_TO_DATE -> account.enrolment().track() == Track.FLYING ? unbooked(account, day) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<BooleanSupplier> began(WorkAccount account, String what, LocalDate day) {
        return account.standing().reasons().stream()
                .filter(reason -> reason.code() == account.standing().code() && reason.since() != null)
                .map(Standing.Reason::since)
                .findFirst()
                .filter(since -> since.isAfter(day.minusDays(NEWS)))
                .map(since -> letter(account, what, what, since, Text.of(title(what), Letter.COOP), MINE));
    }

    private Optional<BooleanSupplier> graceEnds(WorkAccount account, LocalDate day) {
        return Optional.ofNullable(account.standing().until())
                .filter(until -> !until.isAfter(day.plusDays(GRACE_ENDS)))
                .map(until -> letter(
                        account,
                        "grace",
                        StatusCode.GRACE.name(),
                        until,
                        Text.of(title("grace"), Letter.COOP, until),
                        MINE));
    }

    private Optional<BooleanSupplier> unbooked(WorkAccount account, LocalDate day) {
        return account.forecast()
                .ifNothing()
                .filter(next -> !account.forecast().isRegistered())
                .filter(next -> !next.isAfter(day.plusDays(ALERT_BEGINS)))
                .map(next -> letter(
                        account, "unbooked", "unbooked", next, Text.of(title("unbooked"), Letter.COOP, next), CHOOSE));
    }

    private static String title(String what) {
        return "shifts.letter." + what + ".title";
    }

    /** It holds what it says and not the whole account: all of a morning lie in memory at once. */
    private BooleanSupplier letter(
            WorkAccount account, String what, String causedBy, LocalDate day, Text title, Link link) {
        long memberId = account.enrolment().memberId();
        String cause = cause(account, causedBy, day);
        return () -> postman.write(memberId, title, Text.of("shifts.letter." + what + ".text", day), link, cause);
    }

    private static String cause(WorkAccount account, String what, LocalDate day) {
        return "shifts." + what + "/" + account.enrolment().id() + "/" + day;
    }
}
