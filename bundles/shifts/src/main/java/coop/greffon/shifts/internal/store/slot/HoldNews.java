package coop.greffon.shifts.internal.store.slot;

/** Hears of seats that are kept for people, in the transaction in which it happens. */
public interface HoldNews {
    /** A seat is kept for somebody, who may take it or not. */
    void held(Hold hold);
}
