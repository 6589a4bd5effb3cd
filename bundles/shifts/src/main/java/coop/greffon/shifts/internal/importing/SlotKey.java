package coop.greffon.shifts.internal.importing;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * By what a slot is known.
 *
 * @param job null where nobody says it
 * @param week of the cycle, from 1; null for every week
 */
public record SlotKey(String job, Integer week, DayOfWeek weekday, LocalTime starts) {}
