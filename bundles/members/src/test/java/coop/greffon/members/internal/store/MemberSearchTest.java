package coop.greffon.members.internal.store;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static coop.greffon.members.internal.store.MembersFixture.reachable;
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
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Of the first hundred and fifty each has four words that begin so; the other sixty hold the particle, and a name one slip apart. */
    @ParameterizedTest
    @CsvSource({"H2,la", "POSTGRESQL,la", "H2,lambe", "POSTGRESQL,lambe"})
    void whoeverFitsIsOnOnePage(TestDatabase database, String typed) throws Exception {
        fixture = new MembersFixture(database);
        List<NewMember> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String word = "lambe" + (char) ('a' + i / 26) + (char) ('a' + i % 26);
            many.add(reachable(
                    person(word + "a", word + "b", Integer.toString(i)),
                    word + "c@example.org",
                    "06000001" + (10 + i % 90)));
        }
        for (int i = 150; i < 210; i++) {
            many.add(person("Anne", "Lamme de La Rive" + (char) ('a' + i % 26), Integer.toString(i)));
        }
        fixture.members.createAll(many, NADIA);

        for (int size : new int[] {25, 50}) {
            List<Long> walked = new ArrayList<>();
            for (List<Long> page = pageOf(typed, 0, size); !page.isEmpty(); page = pageOf(typed, walked.size(), size)) {
                walked.addAll(page);
            }
            assertThat(walked).hasSize(210).doesNotHaveDuplicates().isEqualTo(pageOf(typed, 0, 1_000));
        }
    }

    private List<Long> pageOf(String typed, int skip, int most) throws Exception {
        try (Connection connection = fixture.store.dataSource().getConnection()) {
            return new MemberSearch(connection, MemberFilter.query(typed))
                    .page(skip, most)
                    .ids();
        }
    }
}
