package coop.greffon.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.web.Page;
import coop.greffon.web.internal.visit.Visits;
import gg.jte.output.StringOutput;
import javax.ws.rs.core.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class MyAccountPagesTest {
    private final MyAccountPages pages =
            new MyAccountPages(new AccountDesk(null, null, null, null, Visits.messages(), null), null, null);

    @Test
    void aLanguageNobodyWroteIsRefusedAtItsField() {
        Response refused = pages.setLanguage(Visits.signedIn(), "tlh");

        assertThat(refused.getStatus()).isEqualTo(422);
        Document page = page(refused);
        assertThat(page.selectFirst("select[name=language]").attr("aria-invalid"))
                .isEqualTo("true");
        assertThat(page.select(".summary a").eachAttr("href")).containsExactly("#language");
    }

    private static Document page(Response response) {
        var html = new StringOutput();
        ((Page) response.getEntity()).content().writeTo(html);
        return Jsoup.parse(html.toString());
    }
}
