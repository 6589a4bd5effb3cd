package coop.greffon.core.mail;

/** Takes letters in. */
public interface Outbox {
    /**
     * Writes a letter, in the caller's transaction: it leaves after the commit, and never where the caller's work is undone.
     *
     * <p>A letter that the bundle declares says the co-op's words where it has some, and is not written where the co-op does without it.
     *
     * <p>A letter is never lost: it waits until a server accepts it, refuses it for good, or somebody cancels it. It leaves twice only where
     * this machine stops between the server's acceptance and our note of it, and then under the same Message-ID.
     *
     * @param letter what it says
     * @param causeKey what caused it, at most 200 characters; a second letter of the same cause is not written
     * @throws IllegalArgumentException where the letter says nothing
     */
    void send(Letter letter, String causeKey);
}
