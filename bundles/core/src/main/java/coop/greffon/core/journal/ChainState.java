package coop.greffon.core.journal;

/**
 * Where a chain stands.
 *
 * @param length how many entries it has
 * @param balance the sum of their amounts
 */
public record ChainState(long length, long balance) {}
