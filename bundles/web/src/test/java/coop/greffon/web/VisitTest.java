package coop.greffon.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Device;
import coop.greffon.core.problem.Forbidden;
import coop.greffon.web.internal.visit.Visits;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    /** Its role is one that a person might have. */
    @Test
    void aDeviceIsNobodyWhateverItsRole() {
        var tablet = new Device(3, "Entrée", "member", Device.State.ENROLLED, NOON, NOON, NOON);
        var visit = new Visit(
                null,
                tablet,
                Set.of("members.self.edit"),
                Locale.FRENCH,
                Visits.messages(),
                Clock.systemUTC(),
                "csrf",
                "/members/me",
                Map.of(),
                null);

        assertThatThrownBy(visit::signedIn).isInstanceOf(Forbidden.class);
    }
}
