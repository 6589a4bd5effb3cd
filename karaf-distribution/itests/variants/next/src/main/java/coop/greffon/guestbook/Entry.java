package coop.greffon.guestbook;

import java.time.Instant;

/**
 * A word in the book.
 *
 * @param id its id
 * @param writtenAt when it was left
 * @param name who left it, as shown
 * @param text what they wrote
 * @param answer what the co-op answered, null where it did not
 */
public record Entry(long id, Instant writtenAt, String name, String text, String answer) {}
