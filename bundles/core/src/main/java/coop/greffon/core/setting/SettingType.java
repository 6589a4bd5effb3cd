package coop.greffon.core.setting;

/** What a setting holds; each kind has its field on a form and its check. */
public enum SettingType {
    /** One line: {@code String}. */
    TEXT,
    /** One line that is never shown back and never leaves the database: {@code String} of metatype's type PASSWORD. */
    SECRET,
    /** A whole number: {@code int} or {@code long}. */
    WHOLE,
    /** A number with decimals: {@code BigDecimal}. */
    DECIMAL,
    /** Yes or no: {@code boolean}. */
    YES_NO,
    /** One of the options: an {@code enum}, or a {@code String} with options. */
    CHOICE,
    /** A day: {@code LocalDate}. */
    DATE,
    /** A time of the day: {@code LocalTime}. */
    TIME,
    /** A language that some module speaks: {@code Locale}. */
    LANGUAGE,
    /** A time zone's name: {@code String} with {@link SettingFormat}. */
    ZONE,
    /** An address beginning with http:// or https://: {@code URI}. */
    ADDRESS,
    /** A mail address: {@code String} with {@link SettingFormat}. */
    MAIL
}
