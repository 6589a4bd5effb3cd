package coop.greffon.core.instance;

import java.time.Instant;
import java.util.UUID;

/** This installation: one database, whichever nodes work on it. */
public interface Instance {
    /** What tells it from every other one; it stays for as long as the database. */
    UUID id();

    /** When its database was made. */
    Instant createdAt();

    /** Whether its database was made as a demo: nothing in it is real, no mail leaves, and its clock may be moved. */
    boolean demo();
}
