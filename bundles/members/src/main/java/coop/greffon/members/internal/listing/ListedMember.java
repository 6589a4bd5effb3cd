package coop.greffon.members.internal.listing;

import coop.greffon.core.message.Text;
import coop.greffon.members.Address;
import coop.greffon.members.Card;
import coop.greffon.members.CardState;
import coop.greffon.members.ExternalId;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Phone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A member as a list shows it, and as a file takes it away.
 *
 * @param line what the list shows
 * @param record the whole record, null where only the list is shown
 */
public record ListedMember(MemberSummary line, Member record) {
    /** A value of the details, null where only the list is shown or there is none. */
    public <T> T detail(Function<MemberDraft, T> value) {
        return record == null ? null : value.apply(record.details());
    }

    /** A whole record with the line a list shows of it. */
    public static ListedMember of(Member record) {
        MemberDraft details = record.details();
        var line = new MemberSummary(
                record.id(),
                details.number(),
                details.kind(),
                record.name(),
                record.status(),
                record.since(),
                details.mails().isEmpty() ? null : details.mails().get(0).address(),
                details.phones().isEmpty() ? null : details.phones().get(0).number(),
                details.addresses().isEmpty()
                        ? null
                        : details.addresses().get(0).city(),
                null);
        return new ListedMember(line, record);
    }

    /** The name; in a list of those a query found, with by what it found them where the name does not tell. */
    public Object shownName() {
        return record != null || line.foundBy() == null
                ? line.name()
                : Text.of("members.found-by.named", line.name(), Text.of("members.found-by." + line.foundBy()));
    }

    /** How often the details were changed: a file older than that must not put them back. */
    public Long revision() {
        return record == null ? null : Long.valueOf(record.revision());
    }

    /** A part of the address where the person lives or the organisation has its seat. */
    public String address(Function<Address, String> part) {
        return detail(details -> main(details).map(part).orElse(null));
    }

    private static Optional<Address> main(MemberDraft details) {
        return details.addresses().stream()
                .filter(address -> address.kind() == Address.Kind.MAIN)
                .findFirst();
    }

    /** The town of the first address on a list; in a file that of the main one, beside its street. */
    public String city() {
        return record == null ? line.city() : address(Address::city);
    }

    /** The mails after the first. */
    public List<String> otherMails() {
        return detail(details ->
                details.mails().stream().skip(1).map(MailAddress::address).toList());
    }

    /** The telephone numbers after the first. */
    public List<String> otherPhones() {
        return detail(
                details -> details.phones().stream().skip(1).map(Phone::number).toList());
    }

    /** The addresses beside the main one, in one line each. */
    public List<String> otherAddresses() {
        return detail(details -> {
            Address main = main(details).orElse(null);
            return details.addresses().stream()
                    .filter(address -> address != main)
                    .map(Address::line)
                    .toList();
        });
    }

    /** The code of the active card. */
    public String card() {
        return record == null
                ? null
                : record.cards().stream()
                        .filter(card -> card.state() == CardState.ACTIVE)
                        .map(Card::code)
                        .findFirst()
                        .orElse(null);
    }

    /** What other programs call the member. */
    public List<String> externalIds() {
        return record == null
                ? null
                : record.externalIds().stream().map(ListedMember::text).toList();
    }

    private static String text(ExternalId known) {
        return known.source() + ":" + known.id();
    }

    /** Why the status is what it is. */
    public String statusReason() {
        return record == null ? null : record.statusReason();
    }

    /** Whether there is a photo. */
    public Boolean hasPhoto() {
        return record == null ? null : Boolean.valueOf(Objects.nonNull(record.photo()));
    }
}
