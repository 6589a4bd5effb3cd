package coop.greffon.members.internal.importing.model;

/**
 * A field that the import changes.
 *
 * @param before what the store holds: a {@code String}, perhaps empty, a {@code LocalDate} or a
 *     {@link coop.greffon.core.message.Text}
 * @param after what it is to hold, likewise
 */
public record Change(Field field, Object before, Object after) {}
