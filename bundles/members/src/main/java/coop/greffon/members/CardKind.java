package coop.greffon.members;

/** How the code of a card is read. */
public enum CardKind {
    /** A printed barcode, as a rule an EAN-13. */
    BARCODE,
    QR,
    NFC
}
