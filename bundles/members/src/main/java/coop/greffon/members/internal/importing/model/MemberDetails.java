package coop.greffon.members.internal.importing.model;

import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of one person or organisation: what a line of a file says, what the store holds, and what the store
 * is to hold after the import are three values of this type. A text that is absent is empty, never null.
 */
public record MemberDetails(Identity identity, Naming naming, Contact contact, Membership membership, Profile profile) {

    public MemberDetails with(Identity other) {
        return new MemberDetails(other, naming, contact, membership, profile);
    }

    public MemberDetails with(Contact other) {
        return new MemberDetails(identity, naming, other, membership, profile);
    }

    public MemberDetails with(Membership other) {
        return new MemberDetails(identity, naming, contact, other, profile);
    }

    /**
     * What tells this record from others.
     *
     * @param externalId identifier given by the program that wrote the file
     * @param number member number, kept as text with its leading zeros
     * @param cards values of the codes on cards, whatever their state
     */
    public record Identity(String externalId, String number, List<String> cards) {
        public Identity {
            cards = List.copyOf(cards);
        }
    }

    /** How a person (given, family) or an organisation is called; the other parts are empty. */
    public record Naming(MemberKind kind, String given, String family, String organisation) {
        /** The name in reading order. */
        public String display() {
            return kind == MemberKind.ORGANISATION ? organisation : (given + " " + family).strip();
        }
    }

    /**
     * How to reach the person or organisation.
     *
     * @param mails the first is the one written to
     * @param language two-letter code of ISO 639, or empty
     */
    public record Contact(List<String> mails, List<Phone> phones, PostalAddress address, String language) {
        public Contact withoutAddress() {
            return new Contact(mails, phones, PostalAddress.NONE, language);
        }

        public Contact {
            mails = List.copyOf(mails);
            phones = List.copyOf(phones);
        }
    }

    /**
     * The standing in the co-op.
     *
     * @param status null for a contact who is no member
     * @param reasonKey message key telling why the status holds, or empty
     * @param joinedOn null if unknown
     * @param leftOn null if unknown or not left
     */
    public record Membership(MemberStatus status, String reasonKey, LocalDate joinedOn, LocalDate leftOn) {}

    /**
     * The rest.
     *
     * @param birthDate null if unknown
     * @param tags full paths, such as {@code Équipe / Caisse}
     * @param notes free text, lines ended by a line feed
     */
    public record Profile(LocalDate birthDate, String vat, SortedSet<String> tags, String notes) {
        public Profile {
            tags = new TreeSet<>(tags);
        }
    }
}
