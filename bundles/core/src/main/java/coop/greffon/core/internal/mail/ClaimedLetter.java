package coop.greffon.core.internal.mail;

import coop.greffon.core.mail.Attachment;
import java.util.List;
import java.util.Locale;

/**
 * A letter that this node alone sends.
 *
 * @param lease the secret that shows it is still ours
 * @param attempts how often it was tried before
 */
record ClaimedLetter(
        long id,
        String lease,
        int attempts,
        String messageId,
        String name,
        String address,
        Locale language,
        String title,
        String text,
        String html,
        String unsubscribe,
        List<Attachment> attachments) {
    ClaimedLetter {
        attachments = List.copyOf(attachments);
    }
}
