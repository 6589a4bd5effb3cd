package coop.greffon.shifts.internal.importing;

import java.time.LocalDate;

/**
 * A fixed place as a line brings it along; null for what the line does not say.
 *
 * @param member a number, or what another program calls them
 */
public record PlaceLine(String member, SlotKey slot, LocalDate from, LocalDate to, Boolean leads) {}
