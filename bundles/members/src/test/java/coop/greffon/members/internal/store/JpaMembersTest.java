package coop.greffon.members.internal.store;

import static coop.greffon.members.MemberStatus.CANDIDATE;
import static coop.greffon.members.MemberStatus.FORMER;
import static coop.greffon.members.MemberStatus.MEMBER;
import static coop.greffon.members.internal.store.MembersFixture.KARIM;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static coop.greffon.members.internal.store.MembersFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.problem.StaleEdit;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.ExternalId;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaMembersTest extends JpaMembersBench {
    @ParameterizedTest
    @EnumSource
    void whatIsWrittenDownIsReadBack(TestDatabase database) {
        on(database);

        Member ines = members.create(INES, NADIA);

        assertThat(members.get(ines.id())).isEqualTo(ines);
        assertThat(ines.details()).isEqualTo(INES.details());
        assertThat(ines.name()).isEqualTo("Inès Marchand");
        assertThat(ines.status()).isEqualTo(MEMBER);
        assertThat(ines.since()).isEqualTo("2023-03-04");
        assertThat(ines.externalIds()).isEqualTo(INES.externalIds());
        assertThat(ines.subject()).isEqualTo("members:" + ines.id());
        assertThat(ines.cards())
                .extracting(card -> card.code() + " " + card.state())
                .containsExactly("0420000999001 ACTIVE", "0420000128007 REPLACED");
        assertThat(ines.cards().get(1).to()).isEqualTo("2025-01-01");
        assertThat(ines.cards().get(1).state()).isEqualTo(CardState.REPLACED);
        assertThat(members.statuses(ines.id())).extracting(StatusChange::status).containsExactly(MEMBER, CANDIDATE);
        assertThat(members.findByNumber("128")).contains(ines);
        assertThat(members.findByExternalId(INES.externalIds().get(0))).contains(ines);
        assertThat(members.findByExternalId(new ExternalId("odoo", "x"))).isEmpty();
        assertThat(members.tags()).containsExactlyInAnyOrder("Équipe / Caisse", "Tarif réduit, étudiant");
    }

    @ParameterizedTest
    @EnumSource
    void aChangeReplacesEveryFieldAndIsWrittenDown(TestDatabase database) {
        on(database);
        Member ines = members.create(INES, NADIA);
        fixture.clock.advance(Duration.ofHours(1));
        var contact = new ContactDraft(
                List.of(new MailAddress("ines@travail.example.org", "travail")),
                List.of(new Phone("06 39 98 12 34", "portable"), Phone.of("02 61 91 00 00")),
                List.of(),
                "en");
        MemberDraft changed = ines.details().withContact(contact).withTags(List.of("Équipe / Caisse", "Fromage"));

        Member after = members.change(ines.id(), ines.revision(), changed, KARIM);

        assertThat(after.details()).isEqualTo(changed);
        assertThat(after.revision()).isEqualTo(1);
        assertThat(members.get(ines.id())).isEqualTo(after);
        List<Change> history = fixture.audit.history("members.member", Long.toString(ines.id()));
        assertThat(history).extracting(Change::action).containsExactly("members.audit.edited", "members.audit.created");
        assertThat(history.get(0).by()).isEqualTo(KARIM);
        assertThat(history.get(0).fields())
                .containsExactly(
                        new FieldChange(
                                "mails",
                                "ines@example.org | travail: ines@travail.example.org",
                                "travail: ines@travail.example.org"),
                        new FieldChange(
                                "phones", "portable: 06 39 98 12 34", "portable: 06 39 98 12 34 | 02 61 91 00 00"),
                        new FieldChange(
                                "addresses",
                                "4 rue de la Filature, 96120 Vaubrenne, FR | DELIVERY: Entrepôt, 1 quai, 96120"
                                        + " Vaubrenne, FR (sonner deux fois) [odoo:23]",
                                null),
                        new FieldChange("language", "fr", "en"),
                        new FieldChange(
                                "tags", "Tarif réduit, étudiant | Équipe / Caisse", "Fromage | Équipe / Caisse"));
    }

    @ParameterizedTest
    @EnumSource
    void whoSavesWithoutAChangeChangesNothing(TestDatabase database) {
        on(database);
        Member ines = members.create(INES, NADIA);

        Member after = members.change(ines.id(), 0, ines.details(), KARIM);

        assertThat(after).isEqualTo(ines);
        assertThat(fixture.audit.history("members.member", Long.toString(ines.id())))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theSecondOfTwoEditorsIsToldWhatChangedAndByWhom(TestDatabase database) {
        on(database);
        Member ines = members.create(INES, NADIA);
        fixture.clock.advance(Duration.ofMinutes(1));
        members.change(ines.id(), 0, ines.details().withNumber("129"), KARIM);
        fixture.clock.advance(Duration.ofMinutes(1));
        members.change(ines.id(), 1, ines.details().withNumber("130").withTags(List.of()), NADIA);

        StaleEdit stale = catchThrowableOfType(
                StaleEdit.class,
                () -> members.change(ines.id(), 0, ines.details().withTags(List.of("Fromage")), NADIA));

        assertThat(stale.errors())
                .containsExactly(
                        FieldError.of("number", "130", Text.of("members.stale.changed", "Nadia")),
                        FieldError.of("tags", null, Text.of("members.stale.changed", "Nadia")));
        StaleEdit later =
                catchThrowableOfType(StaleEdit.class, () -> members.change(ines.id(), 7, ines.details(), NADIA));
        assertThat(later.errors()).isEmpty();
        assertThat(members.get(ines.id()).details().number()).isEqualTo("130");
    }

    @ParameterizedTest
    @EnumSource
    void aCardOrAStatusMakesNoEditStale(TestDatabase database) {
        on(database);
        Member ines = members.create(INES, NADIA);
        members.changeStatus(ines.id(), new StatusDraft(FORMER, TODAY, "déménage"), KARIM);

        Member after = members.change(ines.id(), 0, ines.details().withNumber("129"), NADIA);

        assertThat(after.status()).isEqualTo(FORMER);
        assertThat(after.statusReason()).isEqualTo("déménage");
        assertThat(after.details().number()).isEqualTo("129");
    }

    @ParameterizedTest
    @EnumSource
    void aNumberIsFoundInAnyCaseAndOnlyAsItIsWritten(TestDatabase database) {
        on(database);
        fixture.create("Inès", "Marchand", "M-007");
        fixture.create("Malo", "Marchand", "M-7");

        assertThat(members.findByNumber(" m-007 ").orElseThrow().name()).isEqualTo("Inès Marchand");
        assertThat(members.findByNumber("M-7").orElseThrow().name()).isEqualTo("Malo Marchand");
        assertThat(members.findByNumber("M-07")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyElseHasIsRefused(TestDatabase database) {
        on(database);
        members.create(INES, NADIA);
        var again = new NewMember(
                MemberDraft.person("Malo", "Marchand").withNumber("128"),
                List.of(),
                INES.externalIds(),
                List.of(new CardDraft(CardKind.BARCODE, "0420000128007", TODAY)));

        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> members.create(again, NADIA));

        assertThat(refusal.errors())
                .containsExactly(
                        FieldError.of("details.number", "128", Text.of("members.rule.number-taken", "Inès Marchand")),
                        FieldError.of(
                                "externalIds[0]",
                                "__export__.res_partner_23",
                                Text.of("members.rule.external-id-taken")),
                        FieldError.of("cards[0].code", "0420000128007", Text.of("members.card.taken")));
        assertThat(members.totals().get(Standing.NONE)).isZero();
        Member malo = fixture.create("Malo", "Marchand", "129");
        assertThatThrownBy(() -> members.change(malo.id(), 0, malo.details().withNumber("128"), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        members.addExternalId(malo.id(), INES.externalIds().get(0), NADIA))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource
    void shapesAreCheckedBeforeAnythingElse(TestDatabase database) {
        on(database);
        var contact = new ContactDraft(
                List.of(MailAddress.of("ines.example.org")), List.of(Phone.of("12")), List.of(), "français");
        var wrong = NewMember.of(
                MemberDraft.person("I".repeat(101), "Marchand").withContact(contact),
                new StatusDraft(MEMBER, TODAY.plusDays(1), null));

        InvalidInput refusal = catchThrowableOfType(InvalidInput.class, () -> members.create(wrong, NADIA));

        assertThat(refusal.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "details.givenName",
                        "details.language",
                        "details.mails[0].address",
                        "details.phones[0].number");
        assertThatThrownBy(() -> members.create(
                        NewMember.of(MemberDraft.person(null, null), new StatusDraft(MEMBER, TODAY.plusDays(1), null)),
                        NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .containsExactly("details.familyName", "statuses[0].on"));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyOfThatIdIsNotFound(TestDatabase database) {
        on(database);

        assertThat(members.find(404)).isEmpty();
        assertThatThrownBy(() -> members.get(404)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> members.change(404, 0, INES.details(), NADIA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> members.changeStatus(404, new StatusDraft(FORMER, TODAY, null), NADIA))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestSentAgainWritesNobodyDownTwice(TestDatabase database) {
        on(database);

        Member first = members.create(INES, "clé 1", NADIA);
        Member again = members.create(INES, "clé 1", NADIA);

        assertThat(again).isEqualTo(first);
        assertThat(members.totals().get(Standing.MEMBER)).isEqualTo(1);
        assertThatThrownBy(() -> members.create(person("Malo", "Marchand", "129"), "clé 1", NADIA))
                .isInstanceOf(Problem.class)
                .extracting(
                        problem -> ((Problem) problem).errors().get(0).message().key())
                .isEqualTo("members.request.other-content");
        assertThat(members.create(person("Malo", "Marchand", "129"), "clé 1", KARIM)
                        .name())
                .isEqualTo("Malo Marchand");
        assertThatThrownBy(() -> members.create(INES, "k".repeat(101), NADIA)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedRequestMayBeSentAgain(TestDatabase database) {
        on(database);
        NewMember taken = person("Malo", "Marchand", "128");
        Member ines = members.create(INES, NADIA);
        assertThatThrownBy(() -> members.create(taken, "clé 2", NADIA)).isInstanceOf(InvalidInput.class);

        members.change(ines.id(), 0, ines.details().withNumber("1128"), NADIA);

        assertThat(members.create(taken, "clé 2", NADIA).details().number()).isEqualTo("128");
    }

    @ParameterizedTest
    @EnumSource
    void manyAreWrittenAndChangedAtOnce(TestDatabase database) {
        on(database);

        List<Member> written = members.createAll(
                List.of(INES, person("Malo", "Marchand", "129"), person("Suzie", "Marchand", "130")), NADIA);
        members.changeAll(
                Map.of(
                        written.get(1).id(), written.get(1).details().withNumber("1129"),
                        written.get(2).id(), written.get(2).details()),
                KARIM);

        assertThat(written)
                .extracting(Member::name)
                .containsExactly("Inès Marchand", "Malo Marchand", "Suzie Marchand");
        assertThat(members.get(written.get(1).id()).details().number()).isEqualTo("1129");
        assertThat(members.get(written.get(2).id()).revision()).isZero();
        assertThat(members.totals().get(Standing.MEMBER)).isEqualTo(3);
        assertThatThrownBy(() -> members.createAll(List.of(person("A", "B", "1"), person("C", "D", "128")), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(members.totals().get(Standing.MEMBER)).isEqualTo(3);
        assertThatThrownBy(() -> members.createAll(
                        List.of(person("A", "B", "1"), NewMember.of(MemberDraft.person(null, null))), NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.errors())
                                .extracting(FieldError::field)
                                .containsExactly("[1].details.familyName"));
    }
}
