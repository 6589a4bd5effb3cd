package coop.greffon.members.internal.importing.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column of an imported file can mean. */
public enum Field {
    /** Greffon's own identifier, in the files it writes. */
    RECORD_ID(40),
    /** How often the record had been changed when Greffon wrote the file. */
    RECORD_REVISION(40),
    EXTERNAL_ID(200),
    NUMBER(40),
    NAME(200),
    NAME_FAMILY_FIRST(200),
    GIVEN_NAME(100),
    FAMILY_NAME(100),
    DISPLAY_NAME(500),
    ORGANISATION(200),
    IS_ORGANISATION(40),
    PARENT_ID(200),
    PARENT_NAME(500),
    ADDRESS_TYPE(60),
    STREET(200),
    STREET2(200),
    ZIP(20),
    CITY(100),
    COUNTRY(100),
    MAIL(500, true),
    PHONE(200, true),
    MOBILE(200, true),
    LANGUAGE(60),
    BIRTH_DATE(40),
    VAT(40),
    TAGS(2_000, true),
    TAG_IDS(2_000, true),
    CARD(64, true),
    STATUS(60),
    /** The first day of the status. */
    SINCE(40),
    ACTIVE(40),
    JOINED_ON(40),
    LEFT_ON(40),
    CREATED_ON(40),
    NOTES(50_000, true);

    private final int maximumLength;
    private final boolean repeatable;

    Field(int maximumLength) {
        this(maximumLength, false);
    }

    Field(int maximumLength, boolean repeatable) {
        this.maximumLength = maximumLength;
        this.repeatable = repeatable;
    }

    /** The longest text accepted in a cell of this field, in characters. */
    public int maximumLength() {
        return maximumLength;
    }

    /** Whether several columns of one file may feed this field. */
    public boolean repeatable() {
        return repeatable;
    }

    /** The name under which mappings are remembered and message keys are formed, such as {@code given-name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The message key of the field's label. */
    public String labelKey() {
        return "members.import.field." + key();
    }

    /** The field of that key, if there is one. */
    public static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
