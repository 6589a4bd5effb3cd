package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.Track;
import java.time.LocalDate;
import javax.validation.constraints.NotNull;

/**
 * That somebody is to work.
 *
 * @param start the day from which something is due
 */
public record EnrolmentDraft(@NotNull Track track, @NotNull LocalDate start) {}
