package coop.greffon.members.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who found people because they see the list goes on finding them; from whom the list was taken does not begin to. */
class FindPermissionTest {
    private static final String SCRIPT = "/GREFFON-INF/migration/common/V20261127_0140__find_permission.sql";

    @ParameterizedTest
    @EnumSource
    void whatWasDecidedAboutTheListHoldsForFindingPeople(TestDatabase database) throws IOException {
        var fixture = new MembersFixture(database);
        fixture.execute("insert into greffon_core_role_permission (role, permission, granted) values"
                + " ('samedi', 'members.member.list', true), ('samedi', 'members.member.edit', true),"
                + " ('coordinator', 'members.member.list', false), ('caisse', 'members.member.edit', true)");
        String script = script();

        fixture.execute(script);
        fixture.execute(script);

        assertThat(fixture.sql(
                        "select role || ' ' || case when granted then 'may' else 'may not' end from greffon_core_role_permission"
                                + " where permission = 'members.member.find' order by role"))
                .containsExactly("coordinator may not", "samedi may");
    }

    private static String script() throws IOException {
        try (InputStream sql = FindPermissionTest.class.getResourceAsStream(SCRIPT)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
