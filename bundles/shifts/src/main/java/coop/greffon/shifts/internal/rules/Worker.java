package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of somebody who works, or of a household that works together.
 *
 * @param start the day from which something is due
 * @param booked the shifts whose outcome is open
 */
public record Worker(
        LocalDate start,
        Journal journal,
        List<Leave> leaves,
        List<Grace> graces,
        List<Flag> flags,
        List<BookedShift> booked) {
    public Worker {
        leaves = List.copyOf(leaves);
        graces = List.copyOf(graces);
        flags = List.copyOf(flags);
        booked = List.copyOf(booked);
    }

    /** Somebody of whom nothing is known yet. */
    public static Worker from(LocalDate start) {
        return new Worker(start, Journal.EMPTY, List.of(), List.of(), List.of(), List.of());
    }

    /** The same, by what was recorded until an instant. */
    public Worker known(Instant until) {
        return new Worker(
                start,
                journal.known(until),
                recorded(leaves, until),
                recorded(graces, until),
                recorded(flags, until),
                recorded(booked, until));
    }

    private static <T extends Recorded> List<T> recorded(List<T> facts, Instant until) {
        return facts.stream().filter(fact -> !fact.recordedAt().isAfter(until)).toList();
    }

    public Worker with(List<Entry> entries) {
        return entries.isEmpty() ? this : new Worker(start, journal.with(entries), leaves, graces, flags, booked);
    }

    public Worker with(Leave leave) {
        return new Worker(start, journal, and(leaves, leave), graces, flags, booked);
    }

    public Worker with(Grace grace) {
        return new Worker(start, journal, leaves, and(graces, grace), flags, booked);
    }

    public Worker with(Flag flag) {
        return new Worker(start, journal, leaves, graces, and(flags, flag), booked);
    }

    public Worker with(BookedShift shift) {
        return new Worker(start, journal, leaves, graces, flags, and(booked, shift));
    }

    private static <T> List<T> and(List<T> facts, T more) {
        List<T> all = new ArrayList<>(facts);
        all.add(more);
        return all;
    }

    Optional<Leave> leave(LocalDate day) {
        return leaves.stream().filter(leave -> leave.covers(day)).findFirst();
    }

    /** The one that ends last, of those that cover a day. */
    Optional<Grace> grace(LocalDate day) {
        return graces.stream()
                .filter(grace -> grace.covers(day))
                .reduce((one, other) -> other.to().isAfter(one.to()) ? other : one);
    }

    Optional<Flag> flag(StatusCode kind, LocalDate day) {
        return flags.stream()
                .filter(flag -> flag.kind() == kind && flag.covers(day))
                .findFirst();
    }
}
