package coop.greffon.members.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.members.ContactPerson;
import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The story as {@code GREFFON-INF/demo/README.md} tells it. */
class LaClairetteTest {
    private final Map<String, AccountDraft> cast = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void theCoopIsAsItsStoryTells(TestDatabase database) throws Exception {
        var fixture = new MembersFixture(database);
        new LaClairette(fixture.members, fixture.households, fixture.contacts, fixture.photos).load((draft, who) -> {
            cast.put(who, draft);
            return new Account(
                    cast.size(),
                    draft.subject(),
                    draft.name(),
                    draft.language(),
                    draft.logins(),
                    draft.roles(),
                    Account.State.INVITED);
        });

        // 181 people and 3 organisations are members; 10 minors, 8 contact persons and 9 organisations have no status.
        assertThat(fixture.members.totals())
                .containsEntry(Standing.MEMBER, 184L)
                .containsEntry(Standing.FORMER, 17L)
                .containsEntry(Standing.CANDIDATE, 13L)
                .containsEntry(Standing.NONE, 27L);
        assertThat(fixture.sql("select count(distinct household_id) from greffon_members_household_person"))
                .containsExactly("28");

        Member ines = fixture.members.findByNumber("128").orElseThrow();
        Household household =
                fixture.households.of(ines.id(), MembersFixture.TODAY).orElseThrow();
        assertThat(household.on(MembersFixture.TODAY))
                .extracting(Household.Person::role)
                .containsExactlyInAnyOrder(
                        HouseholdRole.HOLDER,
                        HouseholdRole.WORKER,
                        HouseholdRole.WORKER,
                        HouseholdRole.MINOR,
                        HouseholdRole.MINOR);
        assertThat(household.on(MembersFixture.TODAY))
                .extracting(Household.Person::name)
                .contains("Inès Marchand", "Malo Marchand");

        Member thibault = fixture.members.findByNumber("131").orElseThrow();
        assertThat(thibault.status()).isEqualTo(MemberStatus.FORMER);
        assertThat(thibault.since()).isEqualTo("2026-09-30");
        assertThat(thibault.cards()).hasSize(1);

        Member wholesaler = fixture.members.findByNumber("O08").orElseThrow();
        assertThat(fixture.contacts.of(wholesaler.id()))
                .extracting(ContactPerson::function)
                .containsExactly("Commercial", "Commerciale");

        assertThat(cast.get("members.demo.administrator").name()).isEqualTo("Gwenaël Le Bris");
        assertThat(cast.get("members.demo.administrator").roles()).containsExactly(Account.ADMIN);
        assertThat(cast.get("members.demo.desk").logins())
                .isEqualTo(Set.of("7", "nadia.belkacem@example.org", "membres@example.org"));
        assertThat(cast.get("members.demo.member").subject()).isEqualTo(ines.subject());
        assertThat(cast.get("members.demo.member").logins())
                .isEqualTo(Set.of("128", "famille.marchand@example.net", "ines.marchand@example.org"));
    }
}
