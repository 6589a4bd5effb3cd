package coop.greffon.core.internal.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

class InstallPlanTest {
    private final Map<String, List<Offer>> offers = new LinkedHashMap<>();
    private final Map<String, Version> installed = new HashMap<>();

    @Test
    void theNewestIsTakenWhereNoneIsNamed() {
        offer("shifts", "1.2.0");
        offer("shifts", "1.1.0");

        assertThat(plan("shifts", null)).containsExactly("shifts 1.2.0");
        assertThat(plan("shifts", "1.1.0")).containsExactly("shifts 1.1.0");
    }

    @Test
    void whatItStandsOnComesFirst() {
        offer("badge", "1.0.0", "shifts", "0.0.0");
        offer("shifts", "1.2.0", "members", "[1.0,2)");
        offer("members", "1.5.0");

        assertThat(plan("badge", null)).containsExactly("members 1.5.0", "shifts 1.2.0", "badge 1.0.0");
    }

    @Test
    void whatIsInstalledAndFitsStays() {
        offer("shifts", "1.2.0", "members", "[1.0,2)");
        offer("members", "1.6.0");
        installed.put("members", new Version("1.0.0"));

        assertThat(plan("shifts", null)).containsExactly("shifts 1.2.0");
    }

    @Test
    void whatIsInstalledAndTooOldComesAlong() {
        offer("shifts", "1.2.0", "members", "[1.4,2)");
        offer("members", "1.6.0");
        installed.put("members", new Version("1.0.0"));

        assertThat(plan("shifts", null)).containsExactly("members 1.6.0", "shifts 1.2.0");
    }

    @Test
    void whatNobodyOffersInThatVersionIsRefused() {
        offer("shifts", "1.2.0", "members", "[2.0,3)");
        offer("members", "1.6.0");

        assertThatThrownBy(() -> plan("shifts", null)).isInstanceOf(Refused.class);
    }

    @Test
    void aVersionThatAnInstalledModuleDoesNotAcceptIsRefused() {
        offer("members", "2.0.0");
        offer("members", "1.0.0");
        offer("shifts", "1.2.0", "members", "[1.0,2)");
        installed.put("members", new Version("1.0.0"));
        installed.put("shifts", new Version("1.2.0"));

        assertThatThrownBy(() -> plan("members", null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.title().arguments()).containsExactly("members", "2.0.0", "shifts"));
    }

    @Test
    void anUnknownModuleOrVersionIsNotFound() {
        offer("shifts", "1.2.0");

        assertThatThrownBy(() -> plan("shits", null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plan("shifts", "9.9.9")).isInstanceOf(NotFound.class);
    }

    private List<String> plan(String id, String version) {
        return InstallPlan.of(offers, installed, id, version).stream()
                .map(offer -> offer.id() + " " + offer.shownVersion())
                .toList();
    }

    private void offer(String id, String version) {
        offers.computeIfAbsent(id, ignored -> new ArrayList<>())
                .add(new Offer(id, null, new Version(version), Map.of(), null));
    }

    private void offer(String id, String version, String need, String range) {
        offers.computeIfAbsent(id, ignored -> new ArrayList<>())
                .add(new Offer(id, null, new Version(version), Map.of(need, new VersionRange(range)), null));
    }
}
