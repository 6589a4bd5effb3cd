package coop.greffon.web.internal.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.setting.SettingAdministration;
import coop.greffon.core.setting.SettingChange;
import coop.greffon.core.setting.SettingGroup;
import coop.greffon.core.setting.SettingInfo;
import coop.greffon.core.setting.SettingState;
import coop.greffon.core.setting.SettingType;
import coop.greffon.web.Page;
import coop.greffon.web.internal.visit.Visits;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A garden has beds, and rules that are changed on a page of their own. */
class SettingPagesTest {
    private static final String GARDEN = "garden";

    private final Garden settings = new Garden();
    private final SettingPages pages = new SettingPages(settings);

    @Test
    void aSettingWithAPageOfItsOwnIsShownAndLeadsThere() {
        Document all = page(pages.module(Visits.signedIn(), GARDEN));
        Document alone = page(pages.setting(Visits.signedIn(), GARDEN, "rules"));

        assertThat(all.select("[name=rules]")).isEmpty();
        assertThat(all.select("a[href=/garden/rules]")).hasSize(1);
        assertThat(all.text()).contains("gentle");
        assertThat(all.select("input[name=beds]")).hasSize(1);
        assertThat(alone.select("[name=rules]")).isEmpty();
        assertThat(alone.select("a[href=/garden/rules]")).hasSize(1);
    }

    @Test
    void itIsChangedNowhereElse() {
        Response all = pages.save(Visits.signedIn(), GARDEN, form("rules", "harsh", "beds", "5", "was-beds", "4"));
        Response alone = pages.plan(Visits.signedIn(), GARDEN, "rules", form("rules", "harsh"));
        var rest = new SettingResource(settings);
        InvalidInput many = catchThrowableOfType(
                InvalidInput.class,
                () -> rest.change(
                        Visits.signedIn(),
                        GARDEN,
                        new SettingResource.NewValues(Map.of("rules", "harsh", "beds", "5"), null, null)));
        InvalidInput one = catchThrowableOfType(
                InvalidInput.class,
                () -> rest.change(Visits.signedIn(), GARDEN, "rules", new SettingResource.NewValue("harsh", null)));

        assertThat(all.getStatus()).isEqualTo(422);
        assertThat(page((Page) all.getEntity()).select(".summary a").eachAttr("href"))
                .containsExactly("#rules");
        assertThat(alone.getStatus()).isEqualTo(422);
        assertThat(many.errors())
                .extracting(error -> error.field() + " " + error.value())
                .containsExactly("rules harsh");
        assertThat(one.errors()).extracting(error -> error.field()).containsExactly("rules");
        assertThat(settings.changed).isEmpty();
    }

    @Test
    void theOthersAreChangedAsEver() {
        Response saved = pages.save(Visits.signedIn(), GARDEN, form("beds", "5", "was-beds", "4"));

        assertThat(saved.getStatus()).isEqualTo(303);
        assertThat(settings.changed).isEqualTo(Map.of("beds", "5"));
    }

    private static MultivaluedMap<String, String> form(String... pairs) {
        var form = new MultivaluedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.putSingle(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    private static Document page(Page page) {
        var html = new StringOutput();
        page.content().writeTo(html);
        return Jsoup.parse(html.toString());
    }

    private static final class Garden implements SettingAdministration {
        private final Map<String, String> changed = new LinkedHashMap<>();

        private static SettingState state(String key, String value, String page) {
            var info = new SettingInfo(GARDEN, key, SettingType.TEXT, true, List.of(), value, null, null, page);
            return new SettingState(info, value, true, null, List.of());
        }

        @Override
        public List<SettingGroup> groups() {
            return List.of(group(GARDEN));
        }

        @Override
        public SettingGroup group(String module) {
            return new SettingGroup(
                    module, List.of(state("rules", "gentle", "/garden/rules"), state("beds", "4", null)), 1);
        }

        @Override
        public SettingState setting(String module, String key) {
            return group(module).settings().stream()
                    .filter(state -> state.info().key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public List<SettingChange> history(String module, String key) {
            return List.of();
        }

        @Override
        public void change(String module, Map<String, String> values, LocalDate from, Long revision, Actor by) {
            changed.putAll(values);
        }

        @Override
        public void withdraw(String module, String key, LocalDate from, Actor by) {
            throw new UnsupportedOperationException("nothing is planned here");
        }
    }
}
