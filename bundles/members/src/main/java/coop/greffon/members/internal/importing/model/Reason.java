package coop.greffon.members.internal.importing.model;

import java.util.Locale;

/** Why a line, or a value of it, is refused or doubtful. Each has a message saying why and one saying what to do. */
public enum Reason {
    // The shape of the line
    ROW_UNREADABLE(Severity.LINE_ERROR),
    FORMULA_IN_KEY(Severity.LINE_ERROR),
    FORMULA(Severity.VALUE_ERROR),
    TOO_LONG_IN_KEY(Severity.LINE_ERROR),
    TOO_LONG(Severity.VALUE_ERROR),
    // Who it is
    NAME_MISSING(Severity.LINE_ERROR),
    NAME_WITHOUT_LETTERS(Severity.WARNING),
    NAME_OF_ONE_WORD(Severity.WARNING),
    NAME_OF_HOUSEHOLD(Severity.WARNING),
    NAME_OF_TWO_PEOPLE(Severity.WARNING),
    NAME_SHORTENED(Severity.WARNING),
    NAME_WITH_REMARK(Severity.WARNING),
    RECORD_ID_BAD(Severity.LINE_ERROR),
    RECORD_TAKEN(Severity.LINE_ERROR),
    RECORD_REVISION_BAD(Severity.VALUE_ERROR),
    RECORD_CHANGED(Severity.LINE_ERROR),
    EXTERNAL_ID_TWICE(Severity.LINE_ERROR),
    NUMBER_TWICE(Severity.LINE_ERROR),
    NUMBER_TAKEN(Severity.LINE_ERROR),
    NUMBER_OF_A_PERSON(Severity.VALUE_ERROR),
    SAME_PERSON_TWICE(Severity.WARNING),
    SAME_LINE_TWICE(Severity.LINE_ERROR),
    SEVERAL_MATCHES(Severity.LINE_ERROR),
    MATCHED_TWICE(Severity.LINE_ERROR),
    MERGED_HERE(Severity.WARNING),
    RECORD_MERGED(Severity.WARNING),
    AGAINST_THE_RULES(Severity.LINE_ERROR),
    KIND_DIFFERS(Severity.LINE_ERROR),
    NAME_DIFFERS(Severity.WARNING),
    EXTERNAL_ID_DIFFERS(Severity.WARNING),
    UNSETTLED(Severity.LINE_ERROR),
    STATUS_CHANGES(Severity.WARNING),
    STANDING_KEPT(Severity.WARNING),
    PROGRAM_ACCOUNT(Severity.WARNING),
    // Whom it belongs to
    PARENT_UNKNOWN(Severity.VALUE_ERROR),
    PARENT_REFUSED(Severity.VALUE_ERROR),
    PARENT_IGNORED(Severity.WARNING),
    PARENT_AMBIGUOUS(Severity.VALUE_ERROR),
    PARENT_LOOP(Severity.LINE_ERROR),
    ADDRESS_OF_NOBODY(Severity.LINE_ERROR),
    ADDRESS_EMPTY(Severity.WARNING),
    // Values
    CARD_TWICE(Severity.VALUE_ERROR),
    CARD_TAKEN(Severity.VALUE_ERROR),
    CARD_ROUNDED(Severity.VALUE_ERROR),
    CARD_CHECK_DIGIT(Severity.WARNING),
    CARD_LENGTH(Severity.WARNING),
    MAIL_BAD(Severity.WARNING),
    MAIL_BAD_WITH_PROPOSAL(Severity.WARNING),
    MAIL_NONE(Severity.WARNING),
    MAIL_MENDED(Severity.WARNING),
    MAIL_ACCENTED(Severity.WARNING),
    PHONE_NONE(Severity.WARNING),
    PHONE_DAMAGED(Severity.WARNING),
    ZIP_MENDED(Severity.WARNING),
    COUNTRY_UNKNOWN(Severity.VALUE_ERROR),
    LANGUAGE_UNKNOWN(Severity.VALUE_ERROR),
    STATUS_UNKNOWN(Severity.VALUE_ERROR),
    YES_OR_NO_UNKNOWN(Severity.VALUE_ERROR),
    ADDRESS_TYPE_UNKNOWN(Severity.WARNING),
    DATE_BAD(Severity.VALUE_ERROR),
    DATE_OUT_OF_RANGE(Severity.VALUE_ERROR),
    VAT_NOT_A_NUMBER(Severity.WARNING),
    VAT_OF_A_PERSON(Severity.WARNING),
    NOTES_CUT_BY_EXPORT(Severity.WARNING),
    TAG_ID_UNKNOWN(Severity.VALUE_ERROR),
    TAG_COMMA_GUESSED(Severity.WARNING);

    private final Severity severity;

    Reason(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** The message key saying why. */
    public String key() {
        return "members.import." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key saying what to do. */
    public String adviceKey() {
        return key() + ".advice";
    }
}
