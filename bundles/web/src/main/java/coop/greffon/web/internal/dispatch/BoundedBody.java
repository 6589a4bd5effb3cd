package coop.greffon.web.internal.dispatch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.ws.rs.ClientErrorException;
import javax.ws.rs.core.Response;

/**
 * A request whose form or JSON ends where it gets too large: either is held in memory as a whole.
 *
 * <p>Files come by other types, and who takes them has limits of their own.
 */
final class BoundedBody extends HttpServletRequestWrapper {
    static final int MOST_BYTES = 1 << 20;

    private BoundedBody(HttpServletRequest request) {
        super(request);
    }

    static HttpServletRequest of(HttpServletRequest request) {
        String type = request.getContentType() == null
                ? ""
                : request.getContentType().toLowerCase(Locale.ROOT).strip();
        boolean isFile = type.startsWith("multipart/") || type.startsWith("text/csv") || isBinary(type);
        return isFile ? request : new BoundedBody(request);
    }

    private static boolean isBinary(String type) {
        return type.startsWith("application/") && !type.contains("json") && !type.contains("x-www-form-urlencoded");
    }

    /** Whether a request says itself that its body is too large: then nobody need begin to read it. */
    static boolean isTooLarge(HttpServletRequest request) {
        return request instanceof BoundedBody && request.getContentLengthLong() > MOST_BYTES;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Bounded(super.getInputStream());
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    static ClientErrorException tooLarge() {
        return new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }

    private static final class Bounded extends ServletInputStream {
        private final ServletInputStream body;
        private long left = MOST_BYTES;

        Bounded(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = body.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
