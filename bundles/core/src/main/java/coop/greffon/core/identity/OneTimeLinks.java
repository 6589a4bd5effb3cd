package coop.greffon.core.identity;

import java.time.Duration;
import java.util.Optional;

/** Secrets that open one door once: first set-up, activation by mail, password reset. */
public interface OneTimeLinks {
    /** What a link is for. */
    enum Purpose {
        SETUP,
        ACTIVATION,
        RESET
    }

    /**
     * A link that was opened.
     *
     * @param accountId whose, null for the first set-up
     */
    record Opened(Purpose purpose, Long accountId) {}

    /**
     * Makes a link and voids earlier ones of that purpose and account.
     *
     * @param accountId whose, null for the first set-up
     * @param validity how long it lasts
     * @return its secret, kept nowhere
     */
    String issue(Purpose purpose, Long accountId, Duration validity);

    /** What a secret opens, without using it up; empty where it is unknown, used or too old. */
    Optional<Opened> look(String secret);

    /** Uses a secret up; empty where it is unknown, used or too old. Of two at once, one gets it. */
    Optional<Opened> use(String secret);
}
