package coop.greffon.web.internal.dispatch;

import java.util.function.BiConsumer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What every answer says to the browser: nothing from elsewhere, nothing inline, no frame around us. */
final class SecurityHeaders {
    private static final int HTTPS_PORT = 443;

    private SecurityHeaders() {}

    static void write(HttpServletRequest request, HttpServletResponse response) {
        write(response::setHeader);
        // On another port the browser would look for HTTPS where plain HTTP is answered, and find nothing.
        if (request.isSecure() && request.getServerPort() == HTTPS_PORT) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Those that every answer has, each by its name. */
    static void write(BiConsumer<String, String> headers) {
        headers.accept(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'");
        headers.accept("X-Content-Type-Options", "nosniff");
        headers.accept("X-Frame-Options", "DENY");
        headers.accept("Referrer-Policy", "same-origin");
        headers.accept("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        headers.accept("Cross-Origin-Opener-Policy", "same-origin");
    }
}
