package coop.greffon.core.mail;

import coop.greffon.core.identity.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the letters: for those who look after the instance. */
public interface Mails {
    /**
     * Letters, newest first.
     *
     * @param state only those in this state, null for all
     * @param skip how many to leave out
     * @param most how many at most
     */
    List<Mail> list(Mail.State state, int skip, int most);

    /** How many letters are in each state; a state without any is absent. */
    Map<Mail.State, Long> counts();

    /** One letter. */
    Optional<Mail> find(long id);

    /** Whether letters can leave, and if not, why. */
    Dispatch dispatch();

    /**
     * What a letter says, as an HTML fragment whose texts are escaped; kept and shown only on a demo, since letters hold links that open
     * accounts.
     */
    Optional<String> body(long id);

    /**
     * Tries a letter again now that failed, waits or is held.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none
     * @throws coop.greffon.core.problem.Refused where it was sent, is being sent or was given up
     */
    void retry(long id, Actor by);

    /**
     * Tries every letter again now that failed or waits.
     *
     * @return how many
     */
    int retryAll(Actor by);

    /**
     * Gives a letter up for good and forgets its text.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none
     * @throws coop.greffon.core.problem.Refused where it was sent, is being sent or was given up
     */
    void cancel(long id, Actor by);
}
