package coop.greffon.core.audit;

/**
 * One field, before and after.
 *
 * @param field its name
 * @param before null where it was empty
 * @param after null where it is empty now
 */
public record FieldChange(String field, String before, String after) {}
