package coop.greffon.shifts.internal.rules;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A shift somebody has a seat on and whose outcome is open.
 *
 * @param on the day it starts
 * @param value what it counts, in the unit of the rules
 */
public record BookedShift(LocalDate on, long value, Origin origin, Instant recordedAt) implements Recorded {}
