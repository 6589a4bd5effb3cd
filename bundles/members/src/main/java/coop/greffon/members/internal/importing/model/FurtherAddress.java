package coop.greffon.members.internal.importing.model;

import java.util.List;

/**
 * A second address of a person or organisation, such as where to deliver; absent texts are empty.
 *
 * @param label what the address is called, such as "Warehouse"
 */
public record FurtherAddress(
        String externalId,
        Use use,
        String label,
        PostalAddress address,
        List<String> mails,
        List<Phone> phones,
        String notes) {
    public FurtherAddress {
        mails = List.copyOf(mails);
        phones = List.copyOf(phones);
    }

    /** Whether there is anything to keep beside the label. */
    public boolean isEmpty() {
        return address.isEmpty() && mails.isEmpty() && phones.isEmpty() && notes.isEmpty();
    }

    public enum Use {
        DELIVERY,
        INVOICE,
        OTHER
    }
}
