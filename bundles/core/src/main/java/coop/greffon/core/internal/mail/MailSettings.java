package coop.greffon.core.internal.mail;

import java.util.Optional;

/** Where letters go, as the co-op set it. */
interface MailSettings {
    /** The server; empty where it, the sender or this instance's address is not set. */
    Optional<MailServer> server();

    /** Whether this is a demo, which no letter leaves. */
    boolean demo();
}
