package coop.greffon.members.internal.store;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.ContactPerson;
import coop.greffon.members.ContactPersonDraft;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.NewMember;
import coop.greffon.testing.TestDatabase;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaContactPersonsTest {
    private static final LocalDate APRIL = LocalDate.parse("2018-04-07");

    private MembersFixture fixture;
    private Member farm;
    private Member ines;
    private Member malo;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        farm = fixture.members.create(NewMember.of(MemberDraft.organisation("Ferme des Trois Chênes")), NADIA);
        ines = fixture.create("Inès", "Marchand", "128");
        malo = fixture.create("Malo", "Marchand", "129");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsStillThereComesFirst(TestDatabase database) {
        on(database);
        fixture.contacts.add(farm.id(), new ContactPersonDraft(malo.id(), " Gérant ", APRIL, null), NADIA);
        fixture.contacts.add(farm.id(), new ContactPersonDraft(ines.id(), null, APRIL.plusDays(1), null), NADIA);
        fixture.contacts.end(farm.id(), malo.id(), TODAY, NADIA);

        assertThat(fixture.contacts.of(farm.id()))
                .containsExactly(
                        new ContactPerson(
                                farm.id(),
                                ines.id(),
                                "Ferme des Trois Chênes",
                                "Inès Marchand",
                                null,
                                APRIL.plusDays(1),
                                null),
                        new ContactPerson(
                                farm.id(),
                                malo.id(),
                                "Ferme des Trois Chênes",
                                "Malo Marchand",
                                "Gérant",
                                APRIL,
                                TODAY));
        assertThat(fixture.contacts.at(malo.id())).hasSize(1);
        fixture.contacts.add(farm.id(), new ContactPersonDraft(malo.id(), "Gérant", TODAY, null), NADIA);
        assertThat(fixture.contacts.at(malo.id())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeIsRefused(TestDatabase database) {
        on(database);
        fixture.contacts.add(farm.id(), new ContactPersonDraft(malo.id(), null, APRIL, null), NADIA);

        assertThatThrownBy(() ->
                        fixture.contacts.add(farm.id(), new ContactPersonDraft(malo.id(), null, APRIL, null), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        fixture.contacts.add(ines.id(), new ContactPersonDraft(malo.id(), null, APRIL, null), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        fixture.contacts.add(farm.id(), new ContactPersonDraft(farm.id(), null, APRIL, null), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.contacts.add(
                        farm.id(), new ContactPersonDraft(ines.id(), "x".repeat(101), APRIL, null), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.contacts.add(
                        farm.id(), new ContactPersonDraft(ines.id(), null, APRIL, APRIL.minusDays(1)), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.contacts.add(404, new ContactPersonDraft(malo.id(), null, APRIL, null), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.contacts.end(farm.id(), ines.id(), TODAY, NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.contacts.end(farm.id(), malo.id(), APRIL.minusDays(1), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(fixture.contacts.of(farm.id())).hasSize(1);
    }
}
