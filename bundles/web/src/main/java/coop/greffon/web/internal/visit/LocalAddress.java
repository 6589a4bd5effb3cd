package coop.greffon.web.internal.visit;

import java.net.URI;
import java.net.URISyntaxException;

/** Where a page sends people on: only to an address of our own, since a link made elsewhere may not send them away. */
public final class LocalAddress {
    private LocalAddress() {}

    /** The address where it is one of our own, the page of the day otherwise. */
    public static String of(String wanted) {
        boolean ours = wanted != null
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.indexOf('\\') < 0
                && isAddress(wanted);
        return ours ? wanted : "/";
    }

    private static boolean isAddress(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
