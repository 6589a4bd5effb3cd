package coop.greffon.members.internal.importing.model;

/**
 * Turns a text that its field cannot take into a line of the notes, in the co-op's language (not the reader's: the same
 * file must give the same notes to everybody).
 */
@FunctionalInterface
public interface NoteWriter {
    /** The line of the notes that keeps the text, such as {@code E-mail : pas de mail}. */
    String line(Field field, String text);
}
