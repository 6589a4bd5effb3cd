package coop.greffon.shifts.internal.store;

/** The seats of people who go away or come back. */
public interface Seats {
    /**
     * Frees the seats of a worker on the days of a leave, and of whoever has left; a fixed place has its seats back after it.
     *
     * @param workerId whose
     */
    void follow(long workerId);
}
