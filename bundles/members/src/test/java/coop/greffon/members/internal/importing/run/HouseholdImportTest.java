package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Member;
import coop.greffon.members.StayDraft;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that say who lives with whom, and who works where. */
class HouseholdImportTest extends MemberImportBench {
    @ParameterizedTest
    @EnumSource
    void childrenOfPeopleShareTheHouseholdAndMove(TestDatabase database) {
        on(database);
        var parents = new String[] {"x.1,,Léa Tran,,,,,contact,,,True,", "x.3,,Zoé Roux,,,,,contact,,,True,"};
        fixture.apply(Mode.ALL, HEADINGS, "x.2,,Luc Martin,,,,x.1,contact,,,True,", parents[0], parents[1]);
        long luc = member("x.2").id();
        assertThat(household(luc)).isEqualTo(Map.of("Léa Tran", "HOLDER", "Luc Martin", "SHOPPER"));

        fixture.members.clock.advance(Duration.ofDays(40));
        fixture.apply(Mode.ALL, HEADINGS, "x.2,,Luc Martin,,,,x.3,contact,,,True,", parents[0], parents[1]);

        assertThat(household(luc)).isEqualTo(Map.of("Zoé Roux", "HOLDER", "Luc Martin", "SHOPPER"));
        assertThat(fixture.members.households.history(luc)).hasSize(2);
        assertThat(fixture.check(HEADINGS, "x.2,,Luc Martin,,,,x.3,contact,,,True,", parents[1]))
                .extracting(LinePlan::outcome)
                .containsOnly(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void childrenOfOrganisationsAreContactPersonsOrAddresses(TestDatabase database) {
        on(database);
        var lines = new String[] {
            HEADINGS + ",is_company",
            "x.1,,Ferme d'En-Haut,,,,,contact,,,True,,True",
            "x.2,,Luc Martin,,,,x.1,contact,,,True,,",
            "x.3,,Quai,,,,x.1,delivery,2 rue B,Gap,True,,",
            "x.4,,Bureau,,,,x.1,invoice,3 rue C,Gap,True,,"
        };
        fixture.apply(Mode.ALL, lines);

        Member farm = member("x.1");
        assertThat(farm.status()).isNull();
        assertThat(farm.details().addresses())
                .extracting(address -> address.kind() + " " + address.line() + " " + address.reference())
                .containsExactly("DELIVERY Quai, 2 rue B, Gap x.3", "INVOICE Bureau, 3 rue C, Gap x.4");
        assertThat(fixture.members.contacts.of(farm.id()))
                .extracting(contact -> contact.personName())
                .containsExactly("Luc Martin");

        lines[3] = lines[3].replace("2 rue B", "9 rue Z");
        fixture.apply(Mode.ALL, lines);

        assertThat(member("x.1").details().addresses())
                .extracting(address -> address.line())
                .containsExactly("Quai, 9 rue Z, Gap", "Bureau, 3 rue C, Gap");
        assertThat(fixture.check(lines)).extracting(LinePlan::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverMovesKeepsTheirRoles(TestDatabase database) {
        on(database);
        var parents = new String[] {"x.1,,Léa Tran,,,,,contact,,,True,", "x.3,,Zoé Roux,,,,,contact,,,True,"};
        fixture.apply(Mode.ALL, HEADINGS, "x.2,,Luc Martin,,,,x.1,contact,,,True,", parents[0], parents[1]);
        long household = fixture.members
                .households
                .of(member("x.1").id(), MembersFixture.TODAY)
                .orElseThrow()
                .id();
        for (String worker : List.of("x.1", "x.2")) {
            fixture.members.households.join(
                    household,
                    new StayDraft(member(worker).id(), HouseholdRole.WORKER, MembersFixture.TODAY, null),
                    MembersFixture.NADIA);
        }
        fixture.members.clock.advance(Duration.ofDays(40));

        fixture.apply(
                Mode.ALL,
                HEADINGS,
                "x.1,,Léa Tran,,,,x.3,contact,,,True,",
                "x.2,,Luc Martin,,,,x.1,contact,,,True,",
                parents[1]);

        var today = LocalDate.now(fixture.members.clock);
        assertThat(fixture.members
                        .households
                        .of(member("x.3").id(), today)
                        .orElseThrow()
                        .on(today))
                .extracting(person -> person.name() + " " + person.role())
                .containsExactlyInAnyOrder(
                        "Zoé Roux HOLDER",
                        "Léa Tran SHOPPER",
                        "Léa Tran WORKER",
                        "Luc Martin SHOPPER",
                        "Luc Martin WORKER");
    }

    @ParameterizedTest
    @EnumSource
    void whoMovesElsewhereThanTheirHolderIsInOneHousehold(TestDatabase database) {
        for (boolean isHolderFirst : List.of(true, false)) {
            on(database);
            var others = new String[] {"x.3,,Zoé Roux,,,,,contact,,,True,", "x.4,,Ali Haddad,,,,,contact,,,True,"};
            fixture.apply(
                    Mode.ALL,
                    HEADINGS,
                    "x.1,,Léa Tran,,,,,contact,,,True,",
                    "x.2,,Luc Martin,,,,x.1,contact,,,True,",
                    others[0],
                    others[1]);
            long lea = member("x.1").id();
            long luc = member("x.2").id();
            long household = fixture.members
                    .households
                    .of(luc, MembersFixture.TODAY)
                    .orElseThrow()
                    .id();
            fixture.members.households.join(
                    household,
                    new StayDraft(luc, HouseholdRole.WORKER, MembersFixture.TODAY, null),
                    MembersFixture.NADIA);
            fixture.members.clock.advance(Duration.ofDays(40));
            var moves = new ArrayList<>(
                    List.of("x.1,,Léa Tran,,,,x.3,contact,,,True,", "x.2,,Luc Martin,,,,x.4,contact,,,True,"));
            if (!isHolderFirst) {
                Collections.reverse(moves);
            }

            fixture.apply(Mode.ALL, HEADINGS, others[0], others[1], moves.get(0), moves.get(1));

            assertThat(fixture.members.sql("select role from greffon_members_household_person"
                            + " where valid_to is null and member_id = " + luc + " order by role"))
                    .containsExactly("SHOPPER", "WORKER");
            assertThat(people(luc))
                    .containsExactlyInAnyOrder("Ali Haddad HOLDER", "Luc Martin SHOPPER", "Luc Martin WORKER");
            assertThat(people(lea)).containsExactlyInAnyOrder("Zoé Roux HOLDER", "Léa Tran SHOPPER");
            assertThat(fixture.members
                            .audit
                            .history("members.member", Long.toString(luc))
                            .get(0)
                            .fields())
                    .extracting(field -> field.before() + " > " + field.after())
                    .containsExactly("Léa Tran > Ali Haddad");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoJoinsAHolderWhoMovesJoinsTheNewHousehold(TestDatabase database) {
        on(database);
        var zoe = "x.3,,Zoé Roux,,,,,contact,,,True,";
        fixture.apply(
                Mode.ALL,
                HEADINGS,
                zoe,
                "x.1,,Léa Tran,,,,,contact,,,True,",
                "x.2,,Luc Martin,,,,x.1,contact,,,True,",
                "x.4,,Ali Haddad,,,,,contact,,,True,");
        fixture.members.clock.advance(Duration.ofDays(40));

        fixture.apply(
                Mode.ALL,
                HEADINGS,
                zoe,
                "x.1,,Léa Tran,,,,x.3,contact,,,True,",
                "x.4,,Ali Haddad,,,,x.1,contact,,,True,");

        assertThat(people(member("x.4").id()))
                .containsExactlyInAnyOrder(
                        "Zoé Roux HOLDER", "Léa Tran SHOPPER", "Luc Martin SHOPPER", "Ali Haddad SHOPPER");
    }

    private List<String> people(long member) {
        var today = LocalDate.now(fixture.members.clock);
        return fixture.members.households.of(member, today).orElseThrow().on(today).stream()
                .map(person -> person.name() + " " + person.role())
                .toList();
    }
}
