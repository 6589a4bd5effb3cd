package coop.greffon.core.internal.mail;

import coop.greffon.core.mail.Attachment;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** A letter as servers know it, under the Message-ID it was written with. */
final class OutgoingMessage extends MimeMessage {
    private final String messageId;

    private OutgoingMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static OutgoingMessage of(Session session, MailServer server, ClaimedLetter letter, Instant at)
            throws MessagingException {
        var message = new OutgoingMessage(session, letter.messageId());
        message.setFrom(address(server.sender(), server.senderName()));
        message.setRecipient(Message.RecipientType.TO, address(letter.address(), letter.name()));
        message.setSubject(letter.title(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(at));
        message.setHeader("Content-Language", letter.language().toLanguageTag());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.unsubscribe() != null) {
            message.setHeader("List-Unsubscribe", "<" + here(letter.unsubscribe(), server) + ">");
        }
        var both = new MimeMultipart("alternative");
        both.addBodyPart(part(here(letter.text(), server), "plain"));
        both.addBodyPart(part(document(letter, here(letter.html(), server)), "html"));
        message.setContent(letter.attachments().isEmpty() ? both : with(both, letter.attachments()));
        message.saveChanges();
        return message;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            var parsed = new InternetAddress(address, true);
            if (!name.isEmpty()) {
                parsed.setPersonal(name, StandardCharsets.UTF_8.name());
            }
            return parsed;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("Every Java platform has UTF-8", impossible);
        }
    }

    private static String here(String text, MailServer server) {
        return text.replace(LetterText.INSTANCE, server.instance());
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        // Bytes rather than a string: a string needs a content handler that the mail library finds by its class loader.
        String type = "text/" + subtype + "; charset=utf-8";
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), type)));
        return part;
    }

    /** The text first: programs show that, and the files below it. */
    private static MimeMultipart with(MimeMultipart text, List<Attachment> attachments) throws MessagingException {
        var all = new MimeMultipart("mixed");
        var first = new MimeBodyPart();
        first.setContent(text);
        all.addBodyPart(first);
        for (Attachment attachment : attachments) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.mediaType())));
            part.setFileName(attachment.name());
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    private static String document(ClaimedLetter letter, String body) {
        return "<!doctype html>\n<html lang=\"" + letter.language().toLanguageTag()
                + "\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
