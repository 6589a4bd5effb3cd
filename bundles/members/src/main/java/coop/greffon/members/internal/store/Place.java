package coop.greffon.members.internal.store;

import java.io.Serializable;
import java.util.Objects;

/** The key of a row that is one of several of a member, in order. */
public class Place implements Serializable {
    private static final long serialVersionUID = 1L;

    private long memberId;
    private int position;

    protected Place() {}

    Place(long memberId, int position) {
        this.memberId = memberId;
        this.position = position;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Place place && memberId == place.memberId && position == place.position;
    }

    @Override
    public int hashCode() {
        return Objects.hash(memberId, position);
    }
}
