package coop.greffon.web.internal.dispatch;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** What every answer says to the browser: nothing from elsewhere, nothing inline, no frame around us. */
final class SecurityHeaders {
    private static final int HTTPS_PORT = 443;

    private SecurityHeaders() {}

    static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        // On another port the browser would look for HTTPS where plain HTTP is answered, and find nothing.
        if (request.isSecure() && request.getServerPort() == HTTPS_PORT) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
