package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.greffon.core.message.Text;
import coop.greffon.members.internal.importing.desk.LineReport;
import coop.greffon.testing.TestDatabase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each line says what comes to be of it, and where. */
class BecomesTest {
    private static final String[] LINES = {
        "id,name,is_company,parent_id/id,type,street,city,active",
        "x.1,Léa Tran,,,contact,,,True",
        "x.2,Luc Tran,,x.1,contact,,,True",
        "x.3,Le Moulin,True,,contact,,,True",
        "x.4,Zoé Martin,,x.3,contact,,,True",
        "x.5,,,x.3,delivery,3 rue du Puits,Gap,True",
        "x.6,,,x.1,invoice,4 rue du Four,Gap,True",
        "x.7,Anne Petit,,,contact,,,"
    };

    private ImportFixture fixture;

    private List<LineReport> check(String... lines) {
        return fixture.check(lines).stream()
                .map(LineReport::of)
                .sorted(Comparator.comparing(LineReport::line))
                .toList();
    }

    private static Text becomes(String what, Object... names) {
        return Text.of("members.import.becomes." + what, names);
    }

    @ParameterizedTest
    @EnumSource
    void aNewRecordByItsNameAndStatusAndWhomItBelongsTo(TestDatabase database) {
        fixture = new ImportFixture(database);
        Text member = Text.of("members.status.MEMBER");
        Text noMember = becomes("no-member");

        assertThat(check(LINES))
                .extracting(LineReport::line, LineReport::becomes)
                .containsExactly(
                        tuple(2L, List.of(becomes("PERSON", "Léa Tran", member))),
                        tuple(3L, List.of(becomes("PERSON", "Luc Tran", member), becomes("CO_MEMBER", "Léa Tran"))),
                        tuple(4L, List.of(becomes("ORGANISATION", "Le Moulin", noMember))),
                        tuple(
                                5L,
                                List.of(
                                        becomes("PERSON", "Zoé Martin", noMember),
                                        becomes("CONTACT_PERSON", "Le Moulin"))),
                        tuple(6L, List.of(becomes("DELIVERY", "Le Moulin"))),
                        tuple(7L, List.of(becomes("INVOICE", "Léa Tran"))),
                        tuple(8L, List.of(becomes("PERSON", "Anne Petit", Text.of("members.status.FORMER")))));
    }

    @ParameterizedTest
    @EnumSource
    void onlyPeopleAndOrganisationsAreCountedAsRecords(TestDatabase database) {
        fixture = new ImportFixture(database);

        var summary = fixture.apply(Mode.ALL, LINES);

        assertThat(summary.newRecords()).isEqualTo(5);
        assertThat(summary.newAddresses()).isEqualTo(2);
        assertThat(fixture.members.sql("select count(*) from greffon_members_member"))
                .containsExactly("5");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsThereComesToBeNoMoreAndAChangedAddressSaysWhoseItIs(TestDatabase database) {
        fixture = new ImportFixture(database);
        fixture.apply(Mode.ALL, LINES);
        String[] again = Arrays.copyOf(LINES, LINES.length);
        again[5] = "x.5,,,x.3,delivery,5 rue du Puits,Gap,True";

        assertThat(check(again))
                .filteredOn(line -> !line.becomes().isEmpty())
                .extracting(LineReport::line, LineReport::becomes)
                .containsExactly(tuple(6L, List.of(becomes("DELIVERY", "Le Moulin"))));
    }
}
