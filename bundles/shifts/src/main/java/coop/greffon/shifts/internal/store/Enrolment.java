package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.Track;
import java.time.LocalDate;

/**
 * That somebody works.
 *
 * @param track the one of the day that is told of, or else the last they had
 * @param start the day from which something was due for the first time
 * @param first the track of that day
 */
public record Enrolment(long id, long memberId, Track track, LocalDate start, Track first) {}
