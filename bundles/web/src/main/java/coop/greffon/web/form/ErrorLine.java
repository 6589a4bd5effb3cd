package coop.greffon.web.form;

/**
 * A line of the summary of what is wrong with a form.
 *
 * @param field the field it leads to
 * @param text what is wrong with which field, in the reader's language
 */
public record ErrorLine(String field, String text) {}
