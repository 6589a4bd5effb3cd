package coop.greffon.core.mail;

import coop.greffon.core.message.Text;
import java.time.Instant;

/**
 * A letter in the outbox.
 *
 * @param id its id
 * @param state what became of it
 * @param name the recipient's name, empty for none
 * @param address the recipient's address, empty once it was forgotten
 * @param title the subject line, in the recipient's language
 * @param messageId its Message-ID, fixed when it was written
 * @param causeKey what caused it
 * @param writtenAt when it was written
 * @param sentAt when a server accepted it, null where none did
 * @param nextAttemptAt when it is tried next, null where it is not
 * @param attempts how often it was tried
 * @param failure why the last attempt failed, or why it is held; null where nothing went wrong
 */
public record Mail(
        long id,
        State state,
        String name,
        String address,
        String title,
        String messageId,
        String causeKey,
        Instant writtenAt,
        Instant sentAt,
        Instant nextAttemptAt,
        int attempts,
        Text failure) {
    /** What became of a letter. */
    public enum State {
        /** It leaves as soon as it can. */
        WAITING,
        /** It came out of a backup and may have left before: somebody decides. */
        HELD,
        /** The server refused it for good, or for too long. */
        FAILED,
        /** A server accepted it. */
        SENT,
        /** Somebody gave it up. */
        CANCELLED
    }
}
