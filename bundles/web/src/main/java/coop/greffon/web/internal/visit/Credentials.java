package coop.greffon.web.internal.visit;

import coop.greffon.core.identity.SignIn;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** The secrets a browser or a program brings along. */
public final class Credentials {
    /** The cookie of a session. */
    public static final String SESSION = "greffon_session";

    /** The cookie of a device that acts for itself. */
    private static final String DEVICE = "greffon_device";

    /** The cookie of a browser that has not signed in yet, so that sign-in forms have a token too. */
    static final String VISITOR = "greffon_visitor";

    private static final int FOURTEEN_DAYS = 14 * 86_400;
    /** As long as browsers keep any. */
    private static final int FOUR_HUNDRED_DAYS = 400 * 86_400;

    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /** The token of an Authorization header, null where there is none. */
    public static String bearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }

    /** The session's secret, from the header or the cookie; null where there is none. */
    public static String session(HttpServletRequest request) {
        String bearer = bearer(request);
        return bearer == null ? cookie(request, SESSION) : bearer;
    }

    /** The secret of a device, from the header or the cookie; null where there is none. */
    public static String device(HttpServletRequest request) {
        String bearer = bearer(request);
        return bearer == null ? cookie(request, DEVICE) : bearer;
    }

    /** Makes the browser that asks a device of the co-op. */
    public static void enrol(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, DEVICE, token, FOUR_HUNDRED_DAYS);
    }

    /** The value of a cookie, null where there is none. */
    public static String cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(name)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** Gives a browser the session that was just opened. */
    public static void welcome(
            HttpServletRequest request, HttpServletResponse response, SignIn.Outcome.Welcome session) {
        set(request, response, SESSION, session.token(), FOURTEEN_DAYS);
    }

    /** Sets a cookie that scripts cannot read and other sites cannot send along. */
    public static void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, int seconds) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + seconds
                        + (request.isSecure() ? "; Secure" : ""));
    }
}
