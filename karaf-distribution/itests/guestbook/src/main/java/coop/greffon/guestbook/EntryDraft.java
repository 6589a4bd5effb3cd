package coop.greffon.guestbook;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/**
 * A word to be left.
 *
 * @param text what to write, at most 500 characters
 */
public record EntryDraft(@NotBlank @Size(max = 500) String text) {}
