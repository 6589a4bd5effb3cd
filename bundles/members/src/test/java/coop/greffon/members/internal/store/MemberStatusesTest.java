package coop.greffon.members.internal.store;

import static coop.greffon.members.MemberStatus.CANDIDATE;
import static coop.greffon.members.MemberStatus.FORMER;
import static coop.greffon.members.MemberStatus.MEMBER;
import static coop.greffon.members.internal.store.MembersFixture.KARIM;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.NewMember;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StatusDraft;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statuses: their journal, their totals, and leaving. */
class MemberStatusesTest extends JpaMembersBench {
    @ParameterizedTest
    @EnumSource
    void whatIsUnsettledIsAskedOfTheRecordThatStayed(TestDatabase database) {
        List<Long> asked = new ArrayList<>();
        fixture = new MembersFixture(database, (id, on) -> {
            asked.add(id);
            return List.of(Text.of("shifts.resignation.booked", 2));
        });
        Member ines = fixture.create("Inès", "Marchand", "128");
        Member twin = fixture.create("Ines", "Marchand", "129");
        new RecordMerge(fixture.store.jpa("members"), fixture.audit, fixture.clock)
                .merge(twin.id(), ines.id(), MembersFixture.NADIA);
        var leaving = new StatusDraft(FORMER, MembersFixture.TODAY, null);

        assertThat(fixture.members.unsettled(twin.id(), MembersFixture.TODAY)).hasSize(1);
        assertThatThrownBy(() -> fixture.members.changeStatus(twin.id(), leaving, MembersFixture.NADIA))
                .isInstanceOf(NotFound.class);

        assertThat(asked).containsExactly(ines.id());
    }

    @ParameterizedTest
    @EnumSource
    void theJournalOfStatusesOnlyGrows(TestDatabase database) {
        on(database);
        Member ines = members.create(INES, NADIA);
        Instant before = fixture.clock.instant();
        fixture.clock.advance(Duration.ofHours(1));

        members.changeStatus(ines.id(), new StatusDraft(FORMER, LocalDate.parse("2026-10-01"), "erreur"), KARIM);
        fixture.clock.advance(Duration.ofHours(1));
        Member back =
                members.changeStatus(ines.id(), new StatusDraft(MEMBER, LocalDate.parse("2026-10-01"), null), KARIM);

        assertThat(back.status()).isEqualTo(MEMBER);
        assertThat(back.since()).isEqualTo("2026-10-01");
        assertThat(members.statuses(ines.id()))
                .extracting(StatusChange::status)
                .containsExactly(MEMBER, FORMER, MEMBER, CANDIDATE);
        LocalDate october = LocalDate.parse("2026-10-15");
        assertThat(members.statusOn(ines.id(), october, before).map(StatusChange::status))
                .contains(MEMBER);
        assertThat(members.statusOn(ines.id(), october, before.plusSeconds(3600))
                        .map(StatusChange::status))
                .contains(FORMER);
        assertThat(members.statusOn(ines.id(), LocalDate.parse("2022-12-31"), fixture.clock.instant()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOlderEntryLeavesTheStatusOfToday(TestDatabase database) {
        on(database);
        Member ines = members.create(INES, NADIA);

        Member after = members.changeStatus(
                ines.id(), new StatusDraft(MEMBER, LocalDate.parse("2022-06-01"), "ancienne fiche"), NADIA);

        assertThat(after.since()).isEqualTo("2023-03-04");
        assertThat(members.statuses(ines.id())).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void totalsFollowEachChange(TestDatabase database) {
        on(database);
        assertThat(members.totals())
                .isEqualTo(Map.of(Standing.CANDIDATE, 0L, Standing.MEMBER, 0L, Standing.FORMER, 0L, Standing.NONE, 0L));
        Member ines = members.create(INES, NADIA);
        fixture.create("Malo", "Marchand", "129");
        members.create(NewMember.of(MemberDraft.organisation("Moulin de la Brenne")), NADIA);
        members.changeStatus(ines.id(), new StatusDraft(FORMER, TODAY, null), NADIA);

        assertThat(members.totals())
                .isEqualTo(Map.of(Standing.CANDIDATE, 0L, Standing.MEMBER, 1L, Standing.FORMER, 1L, Standing.NONE, 1L));
    }

    @ParameterizedTest
    @EnumSource
    void leavingWaitsForWhatIsUnsettled(TestDatabase database) {
        fixture = new MembersFixture(
                database,
                Set.of("shifts", "wallet"),
                (id, on) -> List.of(Text.of("shifts.resignation.booked", 2)),
                (id, on) -> {
                    throw new IllegalStateException("down");
                });
        members = fixture.members;
        Member ines = members.create(INES, NADIA);

        assertThatThrownBy(() -> members.changeStatus(ines.id(), new StatusDraft(FORMER, TODAY, null), NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.errors())
                                .extracting(FieldError::message)
                                .containsExactly(
                                        Text.of("shifts.resignation.booked", 2),
                                        Text.of("members.status.not-checked", Text.of("shifts.module.name")),
                                        Text.of("members.status.not-checked", Text.of("wallet.module.name"))));
        assertThat(members.get(ines.id()).status()).isEqualTo(MEMBER);
        assertThat(members.changeStatus(ines.id(), new StatusDraft(CANDIDATE, TODAY, null), NADIA)
                        .status())
                .isEqualTo(CANDIDATE);
    }
}
