package coop.greffon.shifts.internal.store;

import coop.greffon.shifts.internal.rules.StatusCode;

/** Somebody who would stand otherwise. */
public record StandingChange(
        long memberId, StatusCode before, boolean shoppedBefore, StatusCode after, boolean shopsAfter) {}
