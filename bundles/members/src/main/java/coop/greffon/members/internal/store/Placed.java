package coop.greffon.members.internal.store;

/**
 * A row that is one of several of a member, in order.
 *
 * @param <T> what it says
 */
interface Placed<T> {
    long memberId();

    T value();

    void write(T value);
}
