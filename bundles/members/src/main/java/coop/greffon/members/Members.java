package coop.greffon.members;

import java.util.List;

/** The people and organisations of the co-op. */
public interface Members {
    /**
     * Members by name.
     *
     * @param skip how many to leave out
     * @param most how many at most
     */
    List<MemberSummary> list(int skip, int most);

    /** How many there are. */
    long count();
}
