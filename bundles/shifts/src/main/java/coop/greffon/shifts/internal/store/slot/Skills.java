package coop.greffon.shifts.internal.store.slot;

/** What a seat may ask of whoever takes it. */
public final class Skills {
    /** To lead the shift. Every other skill is a word of the co-op's own. */
    public static final String LEADER = "leader";

    private Skills() {}
}
