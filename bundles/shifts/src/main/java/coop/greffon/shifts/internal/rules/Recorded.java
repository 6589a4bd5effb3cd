package coop.greffon.shifts.internal.rules;

import java.time.Instant;

/** A fact that was written down at some instant, whatever day it is about. */
interface Recorded {
    Instant recordedAt();
}
