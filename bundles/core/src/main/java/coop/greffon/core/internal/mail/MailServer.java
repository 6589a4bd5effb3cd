package coop.greffon.core.internal.mail;

/**
 * The server that takes our letters.
 *
 * @param host its name
 * @param port its port, such as 587
 * @param security how the connection is kept private
 * @param user who signs in there, empty for nobody
 * @param password with which password
 * @param sender the address letters come from
 * @param senderName the name beside it, empty for none
 * @param instance the address of this instance, without a slash at its end
 */
record MailServer(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String sender,
        String senderName,
        String instance) {
    /** How the connection to the server is kept private. */
    enum Security {
        /** In the clear at first, then TLS or not at all. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In the clear: for a server on this machine. */
        NONE
    }
}
