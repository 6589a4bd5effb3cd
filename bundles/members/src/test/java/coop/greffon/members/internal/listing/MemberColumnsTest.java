package coop.greffon.members.internal.listing;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static coop.greffon.members.internal.store.MembersFixture.reachable;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.message.Text;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.table.Column;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberColumnsTest {
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void noTwoColumnsOfAFileHaveTheSameTitle(String language) throws IOException {
        var messages = new Properties();
        String file = "/GREFFON-INF/i18n/messages_" + language + ".properties";
        try (Reader reader =
                new InputStreamReader(MemberColumns.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }

        assertThat(MemberColumns.all().stream().map(column -> messages.getProperty(column.label())))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(MemberColumns.all()).extracting(Column::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aFileHoldsWhatTheListDoesNotShow(TestDatabase database) {
        var fixture = new MembersFixture(database);
        Member ines = fixture.members.create(
                reachable(person("Inès", "Marchand", "128"), "ines@example.org", "06 39 98 12 34"), NADIA);
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "4006381333931", TODAY), NADIA);
        List<ListedMember> rows = new ArrayList<>();

        new MemberRows(fixture.members).each(MemberFilter.ALL, MemberOrder.NAME, rows::add);

        assertThat(rows).hasSize(1);
        assertThat(value("givenName", rows.get(0))).isEqualTo("Inès");
        assertThat(value("mail", rows.get(0))).isEqualTo("ines@example.org");
        assertThat(value("otherMails", rows.get(0))).isEqualTo(List.of());
        assertThat(value("card", rows.get(0))).isEqualTo("4006381333931");
        assertThat(value("photo", rows.get(0))).isEqualTo(false);
    }

    @ParameterizedTest
    @EnumSource
    void theListSaysByWhatSomebodyWasFoundAndTheFileDoesNot(TestDatabase database) {
        var fixture = new MembersFixture(database);
        fixture.members.create(
                reachable(person("Inès", "Marchand", "128"), "ines@example.org", "06 39 98 12 34"), NADIA);
        MemberFilter query = MemberFilter.query("06 39 98");
        List<ListedMember> rows = new ArrayList<>();

        new MemberRows(fixture.members).each(query, MemberOrder.NAME, rows::add);

        var line = fixture.members.list(query, MemberOrder.NAME, 0, 5).rows().get(0);
        assertThat(value("name", new ListedMember(line, null)))
                .isEqualTo(Text.of("members.found-by.named", "Inès Marchand", Text.of("members.found-by.PHONE")));
        assertThat(value("name", rows.get(0))).isEqualTo("Inès Marchand");
    }

    private static Object value(String key, ListedMember member) {
        Column<ListedMember> column = MemberColumns.all().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        return column.value().apply(member);
    }
}
