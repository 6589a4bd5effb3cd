package coop.greffon.members.internal.admission;

import static coop.greffon.members.internal.store.MembersFixture.KARIM;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardEnding;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.ExternalId;
import coop.greffon.members.Household;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.NewMember;
import coop.greffon.members.StayDraft;
import coop.greffon.members.admission.AdmissionRule;
import coop.greffon.members.admission.Decision;
import coop.greffon.members.admission.Finding;
import coop.greffon.members.admission.OverrideDraft;
import coop.greffon.members.admission.Remedy;
import coop.greffon.members.admission.Verdict;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaAdmissionTest {
    private MembersFixture fixture;
    private Member ines;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        ines = fixture.create("Inès", "Marchand", "128");
    }

    private JpaAdmission asking(Set<String> declared, AdmissionRule... rules) {
        return new JpaAdmission(
                fixture.store.jpa("members"),
                fixture.members,
                fixture.cards,
                fixture.overrides,
                DeclaredNeighbours.fixed(AdmissionRule.class, declared),
                fixture.clock,
                Extensions.fixed("shifts", rules));
    }

    private AdmissionRule membership() {
        return new MembershipRule(fixture.members, fixture.households, fixture.clock);
    }

    private Instant now() {
        return fixture.clock.instant();
    }

    private static List<String> reasons(Decision decision) {
        return decision.reasons().stream()
                .map(reason -> reason.module() + " " + reason.finding().reason().key())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void membersMayShopAndThoseOfTheirHousehold(TestDatabase database) {
        on(database);
        var admission = asking(Set.of(), membership());
        Member malo = fixture.members.create(NewMember.of(MemberDraft.person("Malo", "Marchand")), NADIA);

        assertThat(admission.decide(ines.id(), now()).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(admission.decide(malo.id(), now()).verdict()).isEqualTo(Verdict.DENY);
        Household household = fixture.households.found(ines.id(), TODAY.minusDays(9), NADIA);
        fixture.households.join(household.id(), new StayDraft(malo.id(), HouseholdRole.SHOPPER, TODAY, null), NADIA);
        assertThat(admission.decide(malo.id(), now()).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(admission.decide(malo.id(), now().minus(Duration.ofDays(1))).verdict())
                .isEqualTo(Verdict.DENY);
        assertThatThrownBy(() -> admission.decide(404, now())).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoCannotAnswerIsNotChecked(TestDatabase database) {
        on(database);
        var forEver = new CountDownLatch(1);
        AdmissionRule hangs = (id, at) -> {
            try {
                forEver.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        AdmissionRule fails = (id, at) -> {
            throw new IllegalStateException("broken");
        };
        AdmissionRule allows = (id, at) -> List.of(Finding.allow(Text.of("shifts.fine")));
        var admission = asking(Set.of("shifts", "wallet"), hangs, fails, allows);

        Decision decision = admission.decide(ines.id(), now());

        assertThat(decision.verdict()).isEqualTo(Verdict.WARN);
        assertThat(reasons(decision))
                .containsExactly(
                        "shifts members.admission.not-checked",
                        "shifts members.admission.not-checked",
                        "wallet members.admission.not-checked",
                        "shifts shifts.fine");
        admission.stop();
    }

    @ParameterizedTest
    @EnumSource
    void staffDecideForATime(TestDatabase database) {
        on(database);
        var admission = asking(Set.of(), (id, at) -> List.of(Finding.deny(Text.of("shifts.suspended"), null)));
        Instant tomorrow = now().plus(Duration.ofDays(1));

        Decision.Override override =
                admission.override(ines.id(), new OverrideDraft(Verdict.ALLOW, "vu avec Karim", tomorrow), NADIA);

        assertThat(override.by()).isEqualTo("Nadia");
        assertThat(admission.decide(ines.id(), now()).verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(reasons(admission.decide(ines.id(), now()))).containsExactly("shifts shifts.suspended");
        assertThat(admission.decide(ines.id(), tomorrow).verdict()).isEqualTo(Verdict.DENY);
        fixture.clock.advance(Duration.ofHours(1));
        admission.override(ines.id(), new OverrideDraft(Verdict.WARN, "à revoir", tomorrow), KARIM);
        assertThat(admission.decide(ines.id(), now()).verdict()).isEqualTo(Verdict.WARN);
        fixture.clock.advance(Duration.ofHours(1));
        admission.endOverride(ines.id(), KARIM);
        admission.endOverride(ines.id(), KARIM);
        assertThat(admission.decide(ines.id(), now()).verdict()).isEqualTo(Verdict.DENY);
        assertThat(admission
                        .decide(ines.id(), now().minus(Duration.ofMinutes(30)))
                        .verdict())
                .as("what held half an hour ago is still known")
                .isEqualTo(Verdict.WARN);
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionHasAReasonAndAnEndWithinAYear(TestDatabase database) {
        on(database);
        var admission = asking(Set.of());

        for (OverrideDraft draft : List.of(
                new OverrideDraft(Verdict.ALLOW, " ", now().plus(Duration.ofDays(1))),
                new OverrideDraft(null, "vu", now().plus(Duration.ofDays(1))),
                new OverrideDraft(Verdict.ALLOW, "vu", now()),
                new OverrideDraft(Verdict.ALLOW, "vu", now().plus(Duration.ofDays(367))))) {
            assertThatThrownBy(() -> admission.override(ines.id(), draft, NADIA))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(admission.decide(ines.id(), now()).override()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aRevokedCardIsRefusedWhateverStaffDecided(TestDatabase database) {
        on(database);
        var admission = asking(Set.of(), membership());
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "0420000128005", TODAY), NADIA);
        fixture.cards.end("0420000128005", new CardEnding(CardState.REVOKED, "prêtée"), NADIA);
        admission.override(ines.id(), new OverrideDraft(Verdict.ALLOW, "vu", now().plus(Duration.ofDays(1))), NADIA);

        assertThat(admission.decide(ines.id(), "420000128005", now()).verdict()).isEqualTo(Verdict.DENY);
        assertThat(admission.decide(ines.id(), now()).verdict()).isEqualTo(Verdict.ALLOW);
        Member malo = fixture.create("Malo", "Marchand", "129");
        assertThatThrownBy(() -> admission.decide(malo.id(), "0420000128005", now()))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordThatWasMergedIsTheOneThatStayed(TestDatabase database) {
        on(database);
        List<Long> asked = new ArrayList<>();
        AdmissionRule shifts = (id, at) -> {
            asked.add(id);
            return List.of();
        };
        Member twin = fixture.members.create(NewMember.of(MemberDraft.person("Ines", "Marchand")), NADIA);
        fixture.cards.give(twin.id(), new CardDraft(CardKind.BARCODE, "0420000128005", TODAY), NADIA);
        new RecordMerge(fixture.store.jpa("members"), fixture.audit, fixture.clock).merge(twin.id(), ines.id(), NADIA);
        var admission = asking(Set.of(), membership(), shifts);

        assertThat(admission.decide(twin.id(), "0420000128005", now()).verdict())
                .isEqualTo(Verdict.ALLOW);
        admission.override(
                twin.id(), new OverrideDraft(Verdict.WARN, "à revoir", now().plus(Duration.ofDays(1))), NADIA);

        assertThat(asked).containsExactly(ines.id());
        assertThat(admission.decide(ines.id(), now()).override().verdict()).isEqualTo(Verdict.WARN);
        assertThat(admission.decide(twin.id(), now()).override().verdict()).isEqualTo(Verdict.WARN);
        admission.endOverride(twin.id(), NADIA);
        assertThat(admission.decide(ines.id(), now()).override()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anActionIsCarriedOutWhileItIsOffered(TestDatabase database) {
        on(database);
        List<String> done = new ArrayList<>();
        List<Long> judged = new ArrayList<>();
        var action = new Remedy.Action("grace", Text.of("shifts.grace"), "shifts.grace.grant");
        AdmissionRule rule = new AdmissionRule() {
            @Override
            public List<Finding> judge(long memberId, Instant at) {
                judged.add(memberId);
                return done.isEmpty()
                        ? List.of(
                                Finding.deny(Text.of("shifts.suspended"), new Remedy(Text.of("shifts.remedy"), action)))
                        : List.of(Finding.allow(Text.of("shifts.grace-given")));
            }

            @Override
            public void act(long memberId, String id, Actor by) {
                done.add(memberId + " " + id + " " + by.label());
            }
        };
        var admission = asking(Set.of(), rule);

        List<String> permissions = new ArrayList<>();
        admission.act(ines.id(), "shifts", "grace", permissions::add, NADIA);

        assertThat(permissions).containsExactly("shifts.grace.grant");
        assertThat(judged).as("judged once").hasSize(1);
        assertThat(done).containsExactly(ines.id() + " grace Nadia");
        assertThatThrownBy(() -> admission.act(ines.id(), "shifts", "grace", permission -> {}, NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> admission.act(ines.id(), "wallet", "grace", permission -> {}, NADIA))
                .isInstanceOf(NotFound.class);
    }

    /** Offers grace and, in whatever transaction it finds itself, writes before it fails. */
    private final class Failing implements AdmissionRule {
        private final RuntimeException failure;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public List<Finding> judge(long memberId, Instant at) {
            var action = new Remedy.Action("grace", Text.of("shifts.grace"), "shifts.grace.grant");
            return List.of(Finding.deny(Text.of("shifts.suspended"), new Remedy(Text.of("shifts.remedy"), action)));
        }

        @Override
        public void act(long memberId, String id, Actor by) {
            fixture.members.addExternalId(memberId, new ExternalId("shifts", "9"), by);
            throw failure;
        }
    }

    @ParameterizedTest
    @EnumSource
    void anActionThatFailsChangesNothingAndIsSaid(TestDatabase database) {
        on(database);

        Map.of(
                        new IllegalStateException("broken"),
                        Text.of("members.admission.action-failed", Text.of("shifts.module.name")),
                        new Refused(Text.of("shifts.grace.too-late")),
                        Text.of("shifts.grace.too-late"))
                .forEach((failure, said) -> {
                    var admission = asking(Set.of(), new Failing(failure));
                    assertThatThrownBy(() -> admission.act(ines.id(), "shifts", "grace", permission -> {}, NADIA))
                            .isInstanceOfSatisfying(
                                    Refused.class,
                                    refused -> assertThat(refused.title()).isEqualTo(said));
                });

        assertThat(fixture.members.get(ines.id()).externalIds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsAskedForAnActionAndDoesNotAnswerIsNamed(TestDatabase database) {
        on(database);
        AdmissionRule fails = (id, at) -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> asking(Set.of(), fails).act(ines.id(), "shifts", "grace", permission -> {}, NADIA))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> asking(Set.of("wallet")).act(ines.id(), "wallet", "grace", permission -> {}, NADIA))
                .isInstanceOf(Refused.class);
    }
}
