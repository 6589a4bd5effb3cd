package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Messages;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.web.MemberPanel;
import coop.greffon.web.Visit;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberPanelsTest {
    private final Visit visit = new Visit(
            null,
            null,
            Set.of(),
            Locale.FRENCH,
            new KeysAsMessages(),
            AdjustableClock.at("2026-11-21T09:00:00Z"),
            "",
            "/members/1",
            Map.of(),
            null);

    private static MemberPanel panel(Content content) {
        return new MemberPanel() {
            @Override
            public Optional<Content> staff(String subject, Visit visit) {
                return Optional.of(content);
            }

            @Override
            public Optional<Content> self(Visit visit) {
                return Optional.of(content);
            }
        };
    }

    private static String html(List<Content> contents) {
        var html = new StringOutput();
        contents.forEach(content -> content.writeTo(html));
        return html.toString();
    }

    @Test
    void aPanelThatFailsSaysSoAndTheOthersStand() {
        MemberPanel early = panel(output -> output.writeContent("<section>solde</section>"));
        MemberPanel broken = panel(output -> {
            // Half a section must not reach the page.
            output.writeContent("<section>");
            throw new IllegalStateException("broken");
        });
        var panels = new MemberPanels(Extensions.fixed("shifts", broken, early));

        for (String html : List.of(html(panels.staff("members:1", visit)), html(panels.self(visit)))) {
            assertThat(html)
                    .contains("<h2>shifts.module.name</h2>")
                    .contains("members.panel.down")
                    .endsWith("<section>solde</section>")
                    .doesNotContain("<section><");
        }
    }

    private static final class KeysAsMessages implements Messages {
        @Override
        public String text(Locale language, String key, Object... arguments) {
            return key;
        }

        @Override
        public boolean has(String key) {
            return true;
        }

        @Override
        public Set<Locale> languages() {
            return Set.of(Locale.FRENCH);
        }
    }
}
