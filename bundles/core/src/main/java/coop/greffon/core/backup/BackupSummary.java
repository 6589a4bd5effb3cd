package coop.greffon.core.backup;

import java.time.Instant;

/**
 * What a backup holds.
 *
 * @param madeAt the instant whose state it is
 * @param tables how many tables
 * @param rows how many rows in all
 * @param files how many photos and documents
 */
public record BackupSummary(Instant madeAt, int tables, long rows, int files) {}
