package coop.greffon.guestbook;

import coop.greffon.core.identity.Actor;
import java.util.List;

/** The co-op's guest book. */
public interface GuestBook {
    /**
     * Leaves a word.
     *
     * @param memberId the member who leaves it, null where the account stands for nobody
     * @param by who leaves it
     * @throws coop.greffon.core.problem.InvalidInput where the text is missing or too long
     */
    Entry write(EntryDraft draft, Long memberId, Actor by);

    /**
     * The newest words first.
     *
     * @param most how many at most
     */
    List<Entry> latest(int most);

    /** What a member wrote, the newest first. */
    List<Entry> ofMember(long memberId);

    /** How many words were left. */
    long count();
}
