package coop.greffon.web.internal.dispatch;

import coop.greffon.core.message.Messages;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import gg.jte.output.StringOutput;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the server cannot read, such as an address with half an escape. No servlet hears of it, and the server tells neither the
 * address nor the languages of whoever asked: all get the same page, in French and in English.
 */
final class IllegibleRequests extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(IllegibleRequests.class);
    private static final String SENTENCE = "web.problem.illegible";

    private final Templates templates = new StaticTemplates();
    private final Messages messages;
    private volatile Server server;
    private ErrorHandler former;

    IllegibleRequests(Messages messages) {
        this.messages = messages;
    }

    /** Answers for the server that a request came through, from the first one on: nothing else leads to it. */
    void answerFor(HttpServletRequest request) {
        if (server == null) {
            begin(request);
        }
    }

    private synchronized void begin(HttpServletRequest request) {
        Request own = server == null ? Request.getBaseRequest(request) : null;
        if (own != null) {
            Server found = own.getHttpChannel().getServer();
            former = found.getBean(ErrorHandler.class);
            found.setErrorHandler(this);
            server = found;
        }
    }

    /** Leaves the server as it was. */
    synchronized void leave() {
        Server left = server;
        server = null;
        if (left != null && left.getErrorHandler() == this) {
            left.setErrorHandler(former);
        }
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields fields) {
        byte[] page;
        try {
            page = page();
        } catch (RuntimeException | LinkageError unsaid) {
            LOG.warn("A request that cannot be read is answered in English only", unsaid);
            return super.badMessageError(status, reason, fields);
        }
        fields.put(HttpHeader.CONTENT_TYPE, "text/html; charset=utf-8");
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        SecurityHeaders.write(fields::put);
        return ByteBuffer.wrap(page);
    }

    private byte[] page() {
        String french = messages.text(Locale.FRENCH, SENTENCE);
        String english = messages.text(Locale.ENGLISH, SENTENCE);
        String home = messages.text(Locale.FRENCH, "web.problem.home");
        var html = new StringOutput();
        templates.illegible(french, english, home).render(html);
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
