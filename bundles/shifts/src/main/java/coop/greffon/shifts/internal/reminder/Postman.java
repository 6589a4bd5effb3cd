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

/** Writes to members, in their language, each letter once. */
@Component(service = Postman.class)
public final class Postman {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Outbox outbox;
    private final Members members;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public Postman(
            @Reference Outbox outbox,
            @Reference Members members,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.outbox = outbox;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Writes to a member who has a mail address.
     *
     * @param causeKey a second letter of the same cause is not written
     * @return whether there was an address
     */
    boolean write(long memberId, Text title, Text says, Link link, String causeKey) {
        return write(memberId, title, says, link, causeKey, language -> List.of());
    }

    /**
     * Writes to a member who has a mail address.
     *
     * @param files what goes with it, in the member's language
     * @param causeKey a second letter of the same cause is not written
     * @return whether there was an address
     */
    boolean write(
            long memberId,
            Text title,
            Text says,
            Link link,
            String causeKey,
            Function<Locale, List<Attachment>> files) {
        Member member = members.get(memberId);
        if (member.details().mails().isEmpty()) {
            return false;
        }
        String address = member.details().mails().get(0).address();
        var to = new Recipient(member.subject(), member.name(), address, language(member));
        Letter letter = Letter.to(to, title)
                .paragraph(Text.of("shifts.letter.hello", member.name()))
                .paragraph(says)
                .link(link.label(), link.address());
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
