package coop.greffon.shifts.internal.reminder;

import coop.greffon.core.mail.Attachment;
import coop.greffon.core.mail.Letter;
import coop.greffon.core.mail.Letter.Link;
import coop.greffon.core.mail.Outbox;
import coop.greffon.core.mail.Recipient;
import coop.greffon.core.message.Text;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.members.Member;
import coop.greffon.members.Members;
import coop.greffon.shifts.internal.rules.Comes;
import coop.greffon.shifts.internal.store.DutyAccounts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes to members, each in their language and each letter once. */
@Component(service = Postman.class)
public final class Postman {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    /** No file goes with a letter. */
    static final Function<Locale, List<Attachment>> NOTHING = language -> List.of();

    private final Outbox outbox;
    private final Members members;
    private final DutyAccounts duties;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public Postman(
            @Reference Outbox outbox,
            @Reference Members members,
            @Reference DutyAccounts duties,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.outbox = outbox;
        this.members = members;
        this.duties = duties;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes to whoever acts on an account and has a mail address.
     *
     * @param accountOf the member it is the account of
     * @param causeKey a second letter of the same cause is not written to the same person
     * @return whether there was an address
     */
    boolean write(long accountOf, Text title, Text says, Link link, String causeKey) {
        return write(accountOf, title, says, link, causeKey, NOTHING);
    }

    /**
     * Writes to whoever acts on an account and has a mail address.
     *
     * @param accountOf the member it is the account of
     * @param files what goes with it, in the language of each
     * @param causeKey a second letter of the same cause is not written to the same person
     * @return whether there was an address
     */
    boolean write(
            long accountOf,
            Text title,
            Text says,
            Link link,
            String causeKey,
            Function<Locale, List<Attachment>> files) {
        List<Long> people = duties.people(accountOf, LocalDate.now(clock));
        return write(people, accountOf, new Said(title, says, link, causeKey), files);
    }

    /**
     * Writes to one person alone, whoever else acts on the account.
     *
     * @param causeKey a second letter of the same cause is not written
     * @return whether there was an address
     */
    boolean writeToOne(long memberId, Text title, Text says, Link link, String causeKey) {
        return writeToOne(memberId, title, says, link, causeKey, NOTHING);
    }

    /**
     * Writes to one person alone, whoever else acts on the account.
     *
     * @param files what goes with it, in their language
     * @param causeKey a second letter of the same cause is not written
     * @return whether there was an address
     */
    boolean writeToOne(
            long memberId,
            Text title,
            Text says,
            Link link,
            String causeKey,
            Function<Locale, List<Attachment>> files) {
        return write(memberId, new Said(title, says, link, causeKey), causeKey, files);
    }

    /**
     * Writes to whoever comes to a seat; where none of them has a mail address, to whose account it is.
     *
     * @param accountOf the member it is the account of
     * @param files what goes with it, in the language of each
     * @param causeKey a second letter of the same cause is not written to the same person
     * @return whether there was an address
     */
    boolean writeToWhoComes(
            long accountOf,
            Comes comes,
            Text title,
            Text says,
            Link link,
            String causeKey,
            Function<Locale, List<Attachment>> files) {
        List<Long> people = coming(accountOf, comes);
        var said = new Said(title, says, link, causeKey);
        return write(people, accountOf, said, files)
                || !people.contains(accountOf) && write(List.of(accountOf), accountOf, said, files);
    }

    /** Whoever comes to a seat of an account. */
    List<Long> coming(long accountOf, Comes comes) {
        return duties.coming(accountOf, comes, LocalDate.now(clock));
    }

    private record Said(Text title, Text says, Link link, String causeKey) {
        String causeKey(long memberId, long accountOf) {
            return memberId == accountOf ? causeKey : causeKey + "/" + memberId;
        }
    }

    private boolean write(List<Long> people, long accountOf, Said said, Function<Locale, List<Attachment>> files) {
        boolean isWritten = false;
        for (long memberId : people) {
            isWritten |= write(memberId, said, said.causeKey(memberId, accountOf), files);
        }
        return isWritten;
    }

    private boolean write(long memberId, Said said, String causeKey, Function<Locale, List<Attachment>> files) {
        Member member = members.get(memberId);
        if (member.details().mails().isEmpty()) {
            return false;
        }
        String address = member.details().mails().get(0).address();
        var to = new Recipient(member.subject(), member.name(), address, language(member));
        Letter letter = Letter.to(to, said.title())
                .paragraph(Text.of("shifts.letter.hello", member.name()))
                .paragraph(said.says())
                .link(said.link().label(), said.link().address());
        for (Attachment file : files.apply(to.language())) {
            letter = letter.attach(file);
        }
        outbox.send(letter, causeKey);
        return true;
    }

    /** What the clock on the wall shows. */
    String hour(Instant at) {
        return HOUR.format(at.atZone(clock.getZone()));
    }

    private Locale language(Member member) {
        String own = member.details().language();
        return own == null
                ? settings.on(HostSettings.class, LocalDate.now(clock)).language()
                : Locale.forLanguageTag(own);
    }
}
