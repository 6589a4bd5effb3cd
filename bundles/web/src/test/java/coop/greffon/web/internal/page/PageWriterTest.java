package coop.greffon.web.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Modules;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.Page;
import coop.greffon.web.SearchSource;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.asset.Assets;
import coop.greffon.web.internal.visit.Proxies;
import coop.greffon.web.internal.visit.Visits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class PageWriterTest {
    private static final Page LIST = Page.of(Text.of("web.modules.title"), output -> {});
    private static final Page SIGN_IN = Page.alone(Text.of("web.sign-in.title"), output -> {});

    private final PageWriter pages = pages();

    @Test
    void theSearchFieldIsThereForWhoeverMayLookSomewhere() throws IOException {
        PageWriter withSearch = pages(source("shifts.slot.list"), source("members.member.list"));

        assertThat(written(withSearch, LIST, Visits.signedIn("members.member.list"))
                        .select("form.find"))
                .hasSize(1);
        assertThat(written(withSearch, LIST, Visits.signedIn("members.member.edit"))
                        .select("form.find"))
                .isEmpty();
        assertThat(written(pages(), LIST, Visits.signedIn("members.member.list"))
                        .select("form.find"))
                .isEmpty();
    }

    @Test
    void eachPageLeadsToHelp() throws IOException {
        Page withHelp = SIGN_IN.withHelp("web/sign-in");

        assertThat(written(withHelp, Visits.of()).select("a.help").eachAttr("href"))
                .containsExactly("/help/web/sign-in");
        assertThat(written(SIGN_IN, Visits.of()).select("footer a").eachAttr("href"))
                .containsExactly("/help");
        assertThat(written(pages(), LIST, Visits.signedIn()).select("footer a").eachAttr("href"))
                .containsExactly("/help");
    }

    @Test
    void aPageIsWrittenWhileTheDatabaseIsDown() throws IOException {
        Document page = written(SIGN_IN, Visits.of());

        assertThat(page.title()).isEqualTo("web.sign-in.title — Greffon");
        assertThat(page.selectFirst("p.brand").text()).isEqualTo("Greffon");
    }

    @ParameterizedTest
    @CsvSource({
        "members.done.created, true",
        "web.done.account-closed, true",
        "web.problem.incident, false",
        "web.job.https.done, false",
        "done.web.saved, false",
        "web.done, false"
    })
    void onlyWhatWasDoneIsSaidToBeDone(String key, boolean isSaid) throws IOException {
        Document page = written(SIGN_IN, Visits.to("/sign-in", Map.of("done", key)));

        assertThat(page.select("[role=status]").eachText()).isEqualTo(isSaid ? List.of(key) : List.of());
    }

    private Document written(Page page, Visit visit) throws IOException {
        return written(pages, page, visit);
    }

    private static Document written(PageWriter pages, Page page, Visit visit) throws IOException {
        return Jsoup.parse(new String(pages.html(page, visit), StandardCharsets.UTF_8));
    }

    private static PageWriter pages(SearchSource... sources) {
        Modules modules = Proxies.of(Modules.class, (method, arguments) -> List.of());
        return new PageWriter(
                new Navigation(modules),
                new Assets(context()),
                down(),
                Visits.messages(),
                Extensions.fixed("sample", sources));
    }

    private static SearchSource source(String permission) {
        return Proxies.of(SearchSource.class, (method, arguments) -> permission);
    }

    private static Settings down() {
        return Proxies.of(Settings.class, (method, arguments) -> {
            throw new IllegalStateException("The database is down");
        });
    }

    private static BundleContext context() {
        Bundle bundle = Proxies.of(Bundle.class, (method, arguments) -> 0L);
        return Proxies.of(BundleContext.class, (method, arguments) -> method.equals("getProperty") ? "target" : bundle);
    }
}
