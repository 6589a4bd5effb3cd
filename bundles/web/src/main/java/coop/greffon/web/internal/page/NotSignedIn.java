package coop.greffon.web.internal.page;

/** Nobody is signed in, and somebody must be. */
public final class NotSignedIn extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
