package coop.greffon.members.internal.importing.model;

/**
 * A second address of a person or organisation, such as where to deliver; absent texts are empty.
 *
 * @param externalId identifier given by the program that wrote the file
 * @param label what the address is called, such as "Warehouse"
 * @param remark whom to call or write to there, and what else is known, one fact a line
 */
public record FurtherAddress(String externalId, Use use, String label, PostalAddress address, String remark) {
    /** The longest remark that is kept, in characters. */
    public static final int LONGEST_REMARK = 1000;

    /** Whether there is anything to keep beside the label. */
    public boolean isEmpty() {
        return address.isEmpty() && remark.isEmpty();
    }

    public enum Use {
        DELIVERY,
        INVOICE,
        OTHER
    }
}
