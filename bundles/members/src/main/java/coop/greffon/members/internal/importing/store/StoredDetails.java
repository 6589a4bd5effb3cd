package coop.greffon.members.internal.importing.store;

import coop.greffon.members.Address;
import coop.greffon.members.Card;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.ExternalId;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.StatusChange;
import coop.greffon.members.internal.importing.cells.PhoneNumbers;
import coop.greffon.members.internal.importing.model.FurtherAddress;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.MemberDetails.Contact;
import coop.greffon.members.internal.importing.model.MemberDetails.Identity;
import coop.greffon.members.internal.importing.model.MemberDetails.Membership;
import coop.greffon.members.internal.importing.model.MemberDetails.Naming;
import coop.greffon.members.internal.importing.model.MemberDetails.Profile;
import coop.greffon.members.internal.importing.model.Phone;
import coop.greffon.members.internal.importing.model.PostalAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** What files say of somebody, from what is stored and back. Labels and remarks, which files do not know, stay as people wrote them. */
final class StoredDetails {
    private StoredDetails() {}

    /**
     * What is stored, in the words of a file.
     *
     * @param source the program whose identifiers count
     */
    static MemberDetails of(Member member, List<StatusChange> journal, String source, LocalDate today) {
        var draft = member.details();
        return new MemberDetails(
                new Identity(
                        externalIds(member, source).stream().findFirst().orElse(""),
                        text(draft.number()),
                        member.cards().stream().map(Card::code).toList()),
                new Naming(
                        draft.kind(),
                        text(draft.givenName()),
                        text(draft.familyName()),
                        text(draft.organisationName())),
                new Contact(
                        draft.mails().stream().map(StoredDetails::key).toList(),
                        draft.phones().stream().map(StoredDetails::phone).toList(),
                        main(draft.addresses()).map(StoredDetails::place).orElse(PostalAddress.NONE),
                        language(draft.language())),
                new Membership(
                        member.status(),
                        text(member.statusReason()),
                        StatusDates.joined(journal),
                        StatusDates.left(journal, today)),
                new Profile(draft.birthDate(), text(draft.vat()), new TreeSet<>(draft.tags()), text(draft.notes())));
    }

    /** What a program calls somebody: the record's own identifiers, then those of records that were merged into it. */
    static List<String> externalIds(Member member, String source) {
        return member.externalIds().stream()
                .filter(externalId -> externalId.source().equals(source))
                .map(ExternalId::id)
                .toList();
    }

    /** The details to be, where there may be some already. */
    static MemberDraft draft(MemberDetails wanted, Optional<MemberDraft> known) {
        var naming = wanted.naming();
        var contact = wanted.contact();
        return new MemberDraft(
                naming.kind(),
                wanted.identity().number(),
                naming.given(),
                naming.family(),
                naming.kind() == MemberKind.ORGANISATION ? naming.organisation() : null,
                mails(contact.mails(), known.map(MemberDraft::mails).orElse(List.of())),
                phones(contact.phones(), known.map(MemberDraft::phones).orElse(List.of())),
                withMain(known.map(MemberDraft::addresses).orElse(List.of()), contact.address()),
                known.map(MemberDraft::language)
                        .filter(language -> language(language).equals(contact.language()))
                        .orElse(contact.language()),
                wanted.profile().birthDate(),
                wanted.profile().vat(),
                List.copyOf(wanted.profile().tags()),
                wanted.profile().notes());
    }

    private static List<MailAddress> mails(List<String> wanted, List<MailAddress> known) {
        return wanted.stream()
                .map(address -> known.stream()
                        .filter(mail -> key(mail).equals(address))
                        .findFirst()
                        .orElseGet(() -> MailAddress.of(address)))
                .toList();
    }

    private static List<coop.greffon.members.Phone> phones(List<Phone> wanted, List<coop.greffon.members.Phone> known) {
        return wanted.stream()
                .map(phone -> known.stream()
                        .filter(number -> PhoneNumbers.digits(number.number()).equals(phone.digits()))
                        .findFirst()
                        .orElseGet(() -> coop.greffon.members.Phone.of(phone.typed())))
                .toList();
    }

    private static List<Address> withMain(List<Address> known, PostalAddress place) {
        var addresses = new ArrayList<>(known);
        var former = main(known);
        former.ifPresent(addresses::remove);
        if (!place.isEmpty()) {
            addresses.add(
                    former.map(known::indexOf).orElse(0),
                    new Address(
                            Address.Kind.MAIN,
                            former.map(Address::recipient).orElse(null),
                            place.street(),
                            place.street2(),
                            place.zip(),
                            place.city(),
                            place.country(),
                            former.map(Address::remark).orElse(null),
                            former.map(Address::reference).orElse(null)));
        }
        return addresses;
    }

    /** The same with a further address, in the place of the one it replaces. */
    static List<Address> withFurther(List<Address> known, FurtherAddress wanted, Optional<FurtherAddress> replaced) {
        var addresses = new ArrayList<>(known);
        var place = wanted.address();
        var further = new Address(
                Address.Kind.valueOf(wanted.use().name()),
                wanted.label(),
                place.street(),
                place.street2(),
                place.zip(),
                place.city(),
                place.country(),
                wanted.remark(),
                wanted.externalId());
        int index = replaced.map(old -> indexOf(known, old)).orElse(-1);
        if (index >= 0) {
            addresses.set(index, further);
        } else if (known.stream().noneMatch(address -> further(address).equals(Optional.of(wanted)))) {
            addresses.add(further);
        }
        return addresses;
    }

    /** The same record with other addresses. */
    static MemberDraft withAddresses(MemberDraft draft, List<Address> addresses) {
        return draft.withContact(new ContactDraft(draft.mails(), draft.phones(), addresses, draft.language()));
    }

    private static int indexOf(List<Address> addresses, FurtherAddress wanted) {
        for (int index = 0; index < addresses.size(); index++) {
            if (further(addresses.get(index)).equals(Optional.of(wanted))) {
                return index;
            }
        }
        return -1;
    }

    /** An address in the words of a file; empty for the place where somebody lives. */
    static Optional<FurtherAddress> further(Address address) {
        return address.kind() == Address.Kind.MAIN
                ? Optional.empty()
                : Optional.of(new FurtherAddress(
                        text(address.reference()),
                        FurtherAddress.Use.valueOf(address.kind().name()),
                        text(address.recipient()),
                        place(address),
                        text(address.remark())));
    }

    static List<CardDraft> cards(MemberDetails wanted, LocalDate today) {
        return wanted.identity().cards().stream()
                .map(code -> new CardDraft(CardKind.BARCODE, code, today))
                .toList();
    }

    static List<ExternalId> externalIds(MemberDetails wanted, String source) {
        var id = wanted.identity().externalId();
        return id.isEmpty() ? List.of() : List.of(new ExternalId(source, id));
    }

    private static Optional<Address> main(List<Address> addresses) {
        return addresses.stream()
                .filter(address -> address.kind() == Address.Kind.MAIN)
                .findFirst();
    }

    private static PostalAddress place(Address address) {
        return new PostalAddress(
                text(address.street()),
                text(address.street2()),
                text(address.postcode()),
                text(address.city()),
                text(address.country()));
    }

    private static Phone phone(coop.greffon.members.Phone phone) {
        return new Phone(phone.number(), PhoneNumbers.digits(phone.number()), false);
    }

    private static String key(MailAddress mail) {
        return mail.address().toLowerCase(Locale.ROOT);
    }

    private static String language(String stored) {
        return stored == null ? "" : stored.replaceFirst("-.*", "");
    }

    private static String text(String stored) {
        return Objects.requireNonNullElse(stored, "");
    }
}
