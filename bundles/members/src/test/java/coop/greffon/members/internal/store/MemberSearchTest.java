package coop.greffon.members.internal.store;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberPage.Total;
import coop.greffon.members.NewMember;
import coop.greffon.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which statements a search leads to. */
class MemberSearchTest {
    private MembersFixture fixture;
    private final List<String> statements = new ArrayList<>();

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        List<NewMember> many = new ArrayList<>();
        for (int i = 0; i < 220; i++) {
            many.add(person("Anne", "Anneau" + (char) ('a' + i % 26) + (char) ('a' + i / 26), Integer.toString(i)));
        }
        fixture.members.createAll(many, NADIA);
    }

    private MemberSearch.Found found(String typed, int skip) throws Exception {
        statements.clear();
        try (Connection connection = fixture.store.dataSource().getConnection()) {
            return new MemberSearch(heard(connection), MemberFilter.query(typed)).page(skip, 25);
        }
    }

    private Connection heard(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @ParameterizedTest
    @EnumSource
    void whoeverWasReadToTheLastIsNotCountedAgain(TestDatabase database) throws Exception {
        on(database);

        assertThat(found("177", 0).total()).isEqualTo(new Total(1, true));
        assertThat(statements).noneMatch(sql -> sql.contains("count("));
        assertThat(found("anneau", 200).ids()).hasSize(20);
        assertThat(found("anneau", 200).total()).isEqualTo(new Total(220, true));
        assertThat(statements).noneMatch(sql -> sql.contains("count("));
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsMoreThanWasReadItIsCounted(TestDatabase database) throws Exception {
        on(database);

        assertThat(found("anneau", 0).total()).isEqualTo(new Total(220, true));
        assertThat(statements).anyMatch(sql -> sql.contains("count("));
    }
}
