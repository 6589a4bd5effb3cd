package coop.greffon.members.arrival;

import java.time.Instant;

/**
 * Somebody came through the door: a fact that is written down already.
 *
 * @param cause its key; the same arrival told again has the same one
 * @param memberId who
 * @param at when
 * @param device where, as the device is named
 */
public record Arrival(String cause, long memberId, Instant at, String device) {}
