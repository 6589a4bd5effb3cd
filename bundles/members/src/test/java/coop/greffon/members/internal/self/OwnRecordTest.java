package coop.greffon.members.internal.self;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.identity.Account;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.Address;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OwnRecordTest {
    private static final OwnDetails CORRECTED = new OwnDetails(
            "Inès",
            "Le Bris",
            List.of(MailAddress.of("ines@example.net")),
            List.of(Phone.of("02 61 91 60 10")),
            List.of(Address.main("4 rue de la Filature", "96120", "Vaubrenne", "FR")),
            "en");

    private MembersFixture fixture;
    private OwnRecord own;
    private Member ines;
    private Account account;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        own = new OwnRecord(fixture.members, null);
        var details = new MemberDraft(
                MemberKind.PERSON,
                "128",
                "Inès",
                "Marchand",
                null,
                List.of(MailAddress.of("ines@example.org")),
                List.of(),
                List.of(),
                "fr",
                LocalDate.parse("1984-11-21"),
                null,
                List.of("Équipe / Caisse"),
                "Parle breton.");
        var statuses = MembersFixture.person("x", "y", null).statuses();
        ines = fixture.members.create(new NewMember(details, statuses, List.of(), List.of()), NADIA);
        account = fixture.memberAccounts.invite(ines.id(), NADIA).account();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTheCoopsStaysWhateverPeopleCorrect(TestDatabase database) {
        on(database);

        Member after = own.correct(account, ines.revision(), CORRECTED);

        assertThat(OwnDetails.of(after.details())).isEqualTo(CORRECTED);
        assertThat(after.details().number()).isEqualTo("128");
        assertThat(after.details().birthDate()).isEqualTo("1984-11-21");
        assertThat(after.details().tags()).containsExactly("Équipe / Caisse");
        assertThat(after.details().notes()).isEqualTo("Parle breton.");
        assertThat(after.status()).isEqualTo(ines.status());
        assertThat(after.since()).isEqualTo(ines.since());
        assertThat(fixture.members.get(ines.id())).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten(TestDatabase database) {
        on(database);
        fixture.members.change(ines.id(), ines.revision(), ines.details().withNumber("129"), NADIA);

        assertThatThrownBy(() -> own.correct(account, ines.revision(), CORRECTED))
                .isInstanceOf(StaleEdit.class);
    }
}
