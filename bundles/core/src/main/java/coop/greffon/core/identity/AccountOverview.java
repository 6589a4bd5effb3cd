package coop.greffon.core.identity;

import java.time.Instant;

/**
 * An account as a list of accounts shows it.
 *
 * @param account the account
 * @param createdAt when it was made
 * @param lastSignInAt when its last session began, null where none ever did
 */
public record AccountOverview(Account account, Instant createdAt, Instant lastSignInAt) {}
