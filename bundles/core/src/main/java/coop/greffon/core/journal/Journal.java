package coop.greffon.core.journal;

import coop.greffon.core.message.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A register that only grows. Writing joins the caller's transaction. */
public interface Journal {
    /** Its name, {@code <module>.<name>}. */
    String name();

    /**
     * Locks a chain until the transaction ends, so that nobody else appends to it, and tells where it stands.
     *
     * @param chain such as {@code account/128}, at most 100 characters; one that is not there yet is begun
     */
    ChainState lock(String chain);

    /**
     * Appends an entry.
     *
     * @return the entry; the one already there where its cause was recorded before
     * @throws coop.greffon.core.problem.Refused where its cause was recorded before with another content
     * @throws IllegalArgumentException where it reverses no entry of its chain, one that was reversed already, or by another amount
     */
    default Entry append(EntryDraft draft) {
        return append(List.of(draft)).get(0);
    }

    /**
     * Appends entries to several chains, which are locked in one order whatever that of the list: two transfers in opposite directions do
     * not block each other for good.
     *
     * @return the entries in the order of the drafts
     * @throws coop.greffon.core.problem.Refused as {@link #append(EntryDraft)} does
     * @throws IllegalArgumentException as {@link #append(EntryDraft)} does
     */
    List<Entry> append(List<EntryDraft> drafts);

    /** The entry that a cause made. */
    Optional<Entry> ofCause(String causeKey);

    /**
     * Entries of a chain, oldest first.
     *
     * @param after only those after this position, 0 for all
     * @param most how many at most
     */
    List<Entry> entries(String chain, long after, int most);

    /**
     * Whole chains, for who needs those of many accounts at once.
     *
     * @param chains their names, at most 1,000
     * @return the entries of each, oldest first; a chain without an entry is missing
     */
    Map<String, List<Entry>> whole(Collection<String> chains);

    /**
     * The names of the chains, in order.
     *
     * @param after only those after this name, empty for all
     * @param most how many at most
     */
    List<String> chains(String after, int most);

    /**
     * Erases the personal fields of entries; the chain stays whole.
     *
     * @param which of which entries
     * @return of how many entries
     */
    int erase(String chain, Predicate<Entry> which);

    /** Checks a chain from its first entry to its last, against what was signed of it too. Whoever appends to it waits meanwhile. */
    Verification verify(String chain);

    /**
     * Checks what was signed: each signature, and that none is missing between the first and the last.
     *
     * @return what is wrong, empty where nothing is
     */
    Optional<Text> verifySeals();
}
