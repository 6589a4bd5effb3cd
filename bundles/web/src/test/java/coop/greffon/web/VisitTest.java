package coop.greffon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Actor;
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

    @Test
    void whoeverActedIsSaidInWords() {
        var visit = Visits.hearing(Map.of(
                "web.who.host", "Greffon (automatique)", "web.who.console", "la console", "core.job.sweep", "Ménage"));

        assertThat(visit.who(Actor.host())).isEqualTo("Greffon (automatique)");
        assertThat(visit.who(Actor.console())).isEqualTo("la console");
        assertThat(visit.who(Actor.job("core.job.sweep"))).isEqualTo("Ménage");
        assertThat(visit.who(Actor.job("core.job.gone"))).isEqualTo("core.job.gone");
        assertThat(visit.who(new Actor(Actor.Kind.ACCOUNT, 7L, "Inès Marchand")))
                .isEqualTo("Inès Marchand");
    }
}
