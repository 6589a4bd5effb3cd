package coop.greffon.members;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An entry of the journal of statuses, which only grows: a mistake is mended by a later entry for the same day.
 *
 * @param status the status from that day on
 * @param on its first day
 * @param reason why, null where nobody said
 * @param recordedAt when it was written down
 * @param by who wrote it down, as a history shows it
 */
public record StatusChange(MemberStatus status, LocalDate on, String reason, Instant recordedAt, String by) {}
