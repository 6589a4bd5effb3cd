package coop.greffon.web.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.Page;
import coop.greffon.web.internal.asset.Assets;
import coop.greffon.web.internal.visit.Visits;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class PageWriterTest {
    private final PageWriter pages = new PageWriter(null, new Assets(context()), down(), Visits.messages());

    @Test
    void aPageIsWrittenWhileTheDatabaseIsDown() throws IOException {
        Document page = written(Page.alone(Text.of("web.problem.status-503"), output -> {}));

        assertThat(page.title()).isEqualTo("web.problem.status-503 — Greffon");
        assertThat(page.selectFirst("p.brand").text()).isEqualTo("Greffon");
    }

    private Document written(Page page) throws IOException {
        return Jsoup.parse(new String(pages.html(page, Visits.of()), StandardCharsets.UTF_8));
    }

    private static Settings down() {
        return (Settings) proxy(Settings.class, Settings.class, null);
    }

    private static BundleContext context() {
        Object bundle = proxy(Bundle.class, Bundle.class, 0L);
        return (BundleContext) Proxy.newProxyInstance(
                PageWriterTest.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> method.getName().equals("getProperty") ? "target" : bundle);
    }

    /** @param answer what each method says, null where each fails */
    private static Object proxy(Class<?> loader, Class<?> type, Object answer) {
        return Proxy.newProxyInstance(loader.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (answer == null) {
                throw new IllegalStateException("The database is down");
            }
            return answer;
        });
    }
}
