package coop.greffon.members.internal.self;

import coop.greffon.members.Address;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Phone;
import java.util.List;

/**
 * What people may correct of their own record. Its fields are named, and its values checked, as those of {@link MemberDraft}.
 *
 * @param givenName the given name in use
 * @param familyName the family name in use
 * @param mails the first is the one written to
 * @param phones the first is the one called
 * @param addresses the first is the one shown
 * @param language two letters of ISO 639, null for the co-op's
 */
public record OwnDetails(
        String givenName,
        String familyName,
        List<MailAddress> mails,
        List<Phone> phones,
        List<Address> addresses,
        String language) {
    /** What a record says. */
    public static OwnDetails of(MemberDraft record) {
        return new OwnDetails(
                record.givenName(),
                record.familyName(),
                record.mails(),
                record.phones(),
                record.addresses(),
                record.language());
    }

    /** The record as it is to be: number, status, birth date, tags and notes are the co-op's. */
    public MemberDraft on(MemberDraft record) {
        var named = new MemberDraft(
                record.kind(),
                record.number(),
                givenName,
                familyName,
                record.organisationName(),
                record.mails(),
                record.phones(),
                record.addresses(),
                record.language(),
                record.birthDate(),
                record.vat(),
                record.tags(),
                record.notes());
        return named.withContact(new ContactDraft(mails, phones, addresses, language));
    }
}
