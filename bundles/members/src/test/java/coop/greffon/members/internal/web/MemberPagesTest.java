package coop.greffon.members.internal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberPage;
import coop.greffon.members.Members;
import coop.greffon.web.table.Tables;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MemberPagesTest {
    private int answered;
    private final Members members = fake(Members.class, arguments -> {
        if (!((MemberFilter) arguments[0]).tag().equals("Marché")) {
            throw new InvalidInput(FieldError.of("tag", "Marche", Text.of("members.filter.tag-unknown", "Marche")));
        }
        return new MemberPage(List.of(), new MemberPage.Total(0, true));
    });
    private final MemberPages pages = new MemberPages(members, fake(Tables.class, arguments -> {
        answered++;
        return null;
    }));

    private static <T> T fake(Class<T> type, Function<Object[], Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer.apply(arguments)));
    }

    @Test
    void aFileOfATagThatNobodyHasIsRefusedBeforeItBegins() {
        assertThatThrownBy(() -> pages.list(KeysAndArguments.visit(Map.of("tag", "Marche", "format", "csv"))))
                .isInstanceOf(InvalidInput.class);
        assertThat(answered).isZero();
        pages.list(KeysAndArguments.visit(Map.of("tag", "Marché", "format", "csv")));
        pages.list(KeysAndArguments.visit(Map.of("format", "csv")));
        assertThat(answered).isEqualTo(2);
    }
}
