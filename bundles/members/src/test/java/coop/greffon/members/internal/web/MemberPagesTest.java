package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberKind;
import coop.greffon.members.MemberPage;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.Members;
import coop.greffon.web.Page;
import coop.greffon.web.table.Tables;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MemberPagesTest {
    private static final MemberSummary INES =
            new MemberSummary(1, "128", MemberKind.PERSON, "Inès Marchand", null, null, null, null, null, null);

    /** Inès alone has a tag. */
    private final Members members = fake(Members.class, arguments -> {
        boolean isHers = "Marché".equals(((MemberFilter) arguments[0]).tag());
        return new MemberPage(isHers ? List.of(INES) : List.of(), new MemberPage.Total(isHers ? 1 : 0, true));
    });

    private String shown;
    private final MemberPages pages = new MemberPages(members, fake(Tables.class, arguments -> {
        show(arguments[3]);
        return null;
    }));

    private static <T> T fake(Class<T> type, Function<Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer.apply(arguments)));
    }

    @SuppressWarnings("unchecked")
    private void show(Object page) {
        var html = new StringOutput();
        ((Function<Content, Page>) page)
                .apply(output -> output.writeContent("<table></table>"))
                .content()
                .writeTo(html);
        shown = html.toString();
    }

    private String shown(Map<String, String> query) {
        pages.list(KeysAndArguments.visit(query));
        return shown;
    }

    @Test
    void aTagThatNobodyHasIsNamedAboveTheList() {
        assertThat(shown(Map.of("tag", " Marche ")))
                .contains("<p>members.filter.tag-unknown Marche</p>", "<table></table>");
    }

    @Test
    void nothingIsSaidOfATagThatSomebodyHas() {
        assertThat(shown(Map.of("tag", "Marché"))).doesNotContain("tag-unknown").contains("<table></table>");
        assertThat(shown(Map.of("tag", "Marché", "q", "zoe"))).doesNotContain("tag-unknown");
        assertThat(shown(Map.of("tag", " "))).doesNotContain("tag-unknown");
        assertThat(shown(Map.of())).doesNotContain("tag-unknown");
    }
}
