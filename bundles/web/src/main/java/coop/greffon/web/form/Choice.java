package coop.greffon.web.form;

/**
 * Something to choose.
 *
 * @param value what is sent
 * @param label what people read, in their language
 */
public record Choice(String value, String label) {}
