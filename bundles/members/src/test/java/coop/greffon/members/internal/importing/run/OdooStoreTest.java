package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import coop.greffon.members.internal.importing.OdooFiles;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that Odoo wrote, imported into both databases. */
class OdooStoreTest {
    private static final JsonNode COUNTS = OdooFiles.truth().get("counts");

    /** What is read from the eight files is the same, as the test of reading shows: each is stored once, on one of the two in turn. */
    static Stream<Arguments> filesAndDatabases() {
        TestDatabase[] databases = TestDatabase.values();
        return IntStream.range(0, OdooFiles.PARTNERS.size())
                .mapToObj(file -> Arguments.of(OdooFiles.PARTNERS.get(file), databases[file / 2 % databases.length]));
    }

    /**
     * 2,458 partners: 6 that Odoo made for itself and 2 empty addresses are left out, 7 members have the number of another, and 59 are
     * further addresses; in XLSX 2 have a formula for a name.
     */
    @ParameterizedTest
    @MethodSource("filesAndDatabases")
    void everyPartnerIsStoredOnceAndASecondImportChangesNothing(String file, TestDatabase database) {
        var fixture = new ImportFixture(database).withTags();
        int formulas = file.endsWith(".xlsx") ? 2 : 0;
        int partners = COUNTS.get("partners").intValue();
        int children = COUNTS.get("children_of_persons").intValue();
        int contacts = COUNTS.get("children_by_type").get("contact").intValue() - children;

        var first = fixture.apply(file);

        assertThat(first.of(Outcome.CREATE)).isEqualTo(partners - 8 - 7 - formulas);
        assertThat(count(fixture, "greffon_members_member")).isEqualTo(partners - 8 - 7 - formulas - 59);
        assertThat(first.newRecords()).isEqualTo(partners - 8 - 7 - formulas - 59);
        assertThat(first.newAddresses()).isEqualTo(59);
        assertThat(count(fixture, "greffon_members_address where kind <> 'MAIN'"))
                .isEqualTo(59);
        assertThat(count(fixture, "greffon_members_household_person where role <> 'HOLDER'"))
                .isEqualTo(children);
        assertThat(count(fixture, "greffon_members_contact_person")).isEqualTo(contacts);
        var before = snapshot(fixture);

        var again = fixture.check(file).stream()
                .filter(plan -> plan.outcome() == Outcome.CREATE || plan.outcome() == Outcome.UPDATE)
                .map(plan -> plan.label() + " " + plan.outcome() + " " + plan.changes())
                .toList();
        assertThat(again).isEmpty();
        var second = fixture.apply(file);

        assertThat(second.of(Outcome.UNCHANGED)).isEqualTo(first.of(Outcome.CREATE));
        assertThat(snapshot(fixture)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void eachMemberHasOneEntryInTheHistory(TestDatabase database) {
        var fixture = new ImportFixture(database).withTags();

        fixture.apply("partners.fr.labels.csv");

        assertThat(fixture.members.sql(
                        "select count(*) from greffon_core_change where action = 'members.audit.created'"))
                .isEqualTo(fixture.members.sql("select count(*) from greffon_members_member"));
    }

    private static int count(ImportFixture fixture, String from) {
        return Integer.parseInt(
                fixture.members.sql("select count(*) from " + from).get(0));
    }

    /** What a second import must leave as it is: every row of the record, and the history. */
    private static List<String> snapshot(ImportFixture fixture) {
        return Stream.of(
                        "select id || ':' || revision || ':' || sort_key from greffon_members_member order by id",
                        "select member_id || ':' || status || ':' || effective_on from greffon_members_status_change order by id",
                        "select code || ':' || member_id || ':' || state from greffon_members_card order by code",
                        "select household_id || ':' || member_id || ':' || role from greffon_members_household_person order by id",
                        "select organisation_id || ':' || person_id from greffon_members_contact_person order by id",
                        "select member_id || ':' || position || ':' || kind from greffon_members_address order by member_id, position",
                        "select standing || ':' || sum(total) from greffon_members_tally group by standing order by standing",
                        "select count(*) from greffon_core_change")
                .flatMap(query -> fixture.members.sql(query).stream())
                .toList();
    }
}
