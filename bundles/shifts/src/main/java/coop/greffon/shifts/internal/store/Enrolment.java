package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.Track;
import java.time.LocalDate;

/**
 * That somebody works.
 *
 * @param start the day from which something is due
 */
public record Enrolment(long id, long memberId, Track track, LocalDate start) {}
