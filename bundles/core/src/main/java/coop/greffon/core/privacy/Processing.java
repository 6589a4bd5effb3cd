package coop.greffon.core.privacy;

import coop.greffon.core.message.Text;

/**
 * One thing that a bundle does with people's data, as the co-op's register of processing lists it.
 *
 * @param purpose what for
 * @param basis what allows it
 * @param data which data
 * @param retention how long they are kept
 */
public record Processing(Text purpose, Basis basis, Text data, Text retention) {
    /** What allows a processing: article 6 of the General Data Protection Regulation. */
    public enum Basis {
        CONSENT,
        CONTRACT,
        LEGAL_OBLIGATION,
        LEGITIMATE_INTEREST
    }
}
