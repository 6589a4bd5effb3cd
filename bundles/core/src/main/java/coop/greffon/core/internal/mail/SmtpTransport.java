package coop.greffon.core.internal.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters over by SMTP. */
final class SmtpTransport implements MailTransport {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpTransport.class);
    private static final String TIMEOUT_MILLIS = "30000";
    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;
    private static final int CLOSING = 421;

    private final Clock clock;

    SmtpTransport(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Connection open(MailServer server) throws ServerTrouble {
        return within(() -> {
            Session session = Session.getInstance(properties(server));
            try {
                new InternetAddress(server.sender(), true);
                Transport transport = session.getTransport("smtp");
                boolean signsIn = !server.user().isEmpty();
                transport.connect(
                        server.host(),
                        server.port(),
                        signsIn ? server.user() : null,
                        signsIn ? server.password() : null);
                return new SmtpConnection(server, session, transport);
            } catch (MessagingException failed) {
                throw new ServerTrouble(detail(failed), failed);
            }
        });
    }

    private static Properties properties(MailServer server) {
        var properties = new Properties();
        properties.put("mail.smtp.auth", String.valueOf(!server.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == MailServer.Security.TLS));
        boolean startTls = server.security() == MailServer.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return properties;
    }

    private final class SmtpConnection implements Connection {
        private final MailServer server;
        private final Session session;
        private final Transport transport;

        SmtpConnection(MailServer server, Session session, Transport transport) {
            this.server = server;
            this.session = session;
            this.transport = transport;
        }

        @Override
        public void deliver(ClaimedLetter letter) throws LetterRefused, ServerTrouble {
            OutgoingMessage message;
            try {
                message = OutgoingMessage.of(session, server, letter, clock.instant());
            } catch (AddressException impossible) {
                throw new LetterRefused(detail(impossible), true, impossible);
            } catch (MessagingException failed) {
                throw new ServerTrouble(detail(failed), failed);
            }
            handOver(message);
        }

        private void handOver(OutgoingMessage message) throws LetterRefused, ServerTrouble {
            LetterRefused refused = within(() -> {
                try {
                    transport.sendMessage(message, message.getAllRecipients());
                    return null;
                } catch (SendFailedException failed) {
                    return refusal(failed);
                } catch (MessagingException failed) {
                    throw new ServerTrouble(detail(failed), failed);
                }
            });
            if (refused != null) {
                throw refused;
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // What it accepted it has accepted: a server that hangs up without a goodbye changes nothing.
                LOG.debug("The mail server hung up", gone);
            }
        }
    }

    /** What a server said of one letter; a refusal of the sender, or of everybody for now, is no fault of the letter. */
    private static LetterRefused refusal(SendFailedException failed) throws ServerTrouble {
        List<MessagingException> said = chain(failed);
        if (said.stream().anyMatch(SmtpTransport::isOfTheSender)) {
            throw new ServerTrouble(detail(failed), failed);
        }
        MessagingException telling = said.stream()
                .filter(SMTPAddressFailedException.class::isInstance)
                .findFirst()
                .orElse(failed);
        int code = code(telling);
        if (code < TEMPORARY || code == CLOSING) {
            throw new ServerTrouble(detail(telling), failed);
        }
        return new LetterRefused(detail(telling), code >= PERMANENT, failed);
    }

    private static boolean isOfTheSender(MessagingException cause) {
        return cause instanceof SMTPSenderFailedException
                || cause instanceof SMTPSendFailedException send
                        && send.getCommand().startsWith("MAIL");
    }

    /** The server's answer in digits; less than 400 where it hung up instead of answering. */
    private static int code(MessagingException cause) {
        if (cause instanceof SMTPAddressFailedException address) {
            return address.getReturnCode();
        }
        return cause instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
    }

    private static List<MessagingException> chain(MessagingException first) {
        List<MessagingException> chain = new ArrayList<>();
        for (Exception next = first; next instanceof MessagingException; next = next(next)) {
            chain.add((MessagingException) next);
        }
        return chain;
    }

    private static Exception next(Exception cause) {
        return ((MessagingException) cause).getNextException();
    }

    private static String detail(MessagingException failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && !(cause instanceof AuthenticationFailedException)) {
            cause = cause.getCause();
        }
        String said = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
        return cause instanceof MessagingException ? said : cause.getClass().getSimpleName() + ": " + said;
    }

    /** The mail libraries look for their parts in the thread's class loader, which in a container is anybody's. */
    private static <R> R within(Spoken<R> conversation) throws ServerTrouble {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(SMTPTransport.class.getClassLoader());
        try {
            return conversation.speak();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @FunctionalInterface
    private interface Spoken<R> {
        R speak() throws ServerTrouble;
    }
}
