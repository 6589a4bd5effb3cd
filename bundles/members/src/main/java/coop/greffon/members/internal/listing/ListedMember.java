package coop.greffon.members.internal.listing;

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

    /** A part of the first address. */
    public String address(Function<Address, String> part) {
        return detail(details -> details.addresses().isEmpty()
                ? null
                : part.apply(details.addresses().get(0)));
    }

    /** Every mail. */
    public List<String> mails() {
        return detail(
                details -> details.mails().stream().map(MailAddress::address).toList());
    }

    /** Every telephone number. */
    public List<String> phones() {
        return detail(details -> details.phones().stream().map(Phone::number).toList());
    }

    /** The addresses after the first, in one line each. */
    public List<String> otherAddresses() {
        return detail(details ->
                details.addresses().stream().skip(1).map(Address::line).toList());
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
