package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file may not do, and what of it is done all the same. */
class RefusedImportTest extends MemberImportBench {
    @ParameterizedTest
    @EnumSource
    void oneBadLineAndNothingIsImportedUnlessTheGoodOnesAreWanted(TestDatabase database) {
        on(database);
        var lines = new String[] {
            HEADINGS,
            "x.1,1,Léa Tran,,,,,contact,,,True,",
            "x.2,1,Luc Martin,,,,,contact,,,True,",
            "x.3,3,Zoé Roux,,,,,contact,,,True,"
        };

        assertThatThrownBy(() -> fixture.apply(Mode.ALL, lines)).isInstanceOf(Refused.class);
        assertThat(fixture.members.sql("select id from greffon_members_member")).isEmpty();
        assertThat(fixture.members.sql("select id from greffon_core_change")).isEmpty();

        var summary = fixture.apply(Mode.GOOD_LINES, lines);

        assertThat(summary.of(Outcome.CREATE)).isEqualTo(2);
        assertThat(summary.of(Outcome.ERROR)).isEqualTo(1);
        assertThat(fixture.members.sql("select number from greffon_members_member order by number"))
                .containsExactly("1", "3");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureHalfWayLeavesNothing(TestDatabase database) {
        on(database);
        var lines = new String[1001];
        lines[0] = HEADINGS;
        for (int line = 1; line <= 1000; line++) {
            lines[line] = "x." + line + "," + line + ",Léa Tran" + line + ",,,,,contact,,,True,";
        }

        assertThatThrownBy(() -> fixture.failingAfter(600, Mode.ALL, lines)).isInstanceOf(IllegalStateException.class);

        for (var table : List.of("greffon_members_member", "greffon_members_word", "greffon_core_change")) {
            assertThat(fixture.members.sql("select count(*) from " + table)).containsExactly("0");
        }
        assertThat(fixture.members.members.totals()).containsEntry(Standing.MEMBER, 0L);
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyEditsBetweenPlanAndWritingIsNotOverwritten(TestDatabase database) {
        on(database);
        var lines = new String[601];
        lines[0] = HEADINGS;
        for (int line = 1; line <= 600; line++) {
            lines[line] = "x." + line + "," + line + ",Léa Tran" + line + ",,,,,contact,,,True,";
        }
        fixture.apply(Mode.ALL, lines);
        Member before = member("x.1");
        // One change alone: it waits for the end, long after it was planned.
        lines[1] = "x.1,9001,Léa Tran1,,,,,contact,,,True,";
        var edited = new AtomicBoolean();
        Runnable edit = () -> {
            if (edited.compareAndSet(false, true)) {
                fixture.members.members.change(
                        before.id(), before.revision(), before.details().withNumber("9002"), MembersFixture.KARIM);
            }
        };

        assertThatThrownBy(() -> fixture.applyWhile(edit, Mode.ALL, lines)).isInstanceOf(Refused.class);

        assertThat(member("x.1").details().number()).isEqualTo("9002");
        fixture.apply(Mode.ALL, lines);
        assertThat(member("x.1").details().number()).isEqualTo("9001");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheRulesForbidIsSaidAtItsField(TestDatabase database) {
        on(database);

        var plans = fixture.check("N° adhérent,Nom,Étiquettes", "1,Léa Tran," + "x".repeat(201));

        assertThat(plans.get(0).outcome()).isEqualTo(Outcome.ERROR);
        assertThat(plans.get(0).problems()).extracting(Problem::reason).containsExactly(Reason.AGAINST_THE_RULES);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasSomethingToSettleDoesNotLeaveByAFile(TestDatabase database) {
        List<String> asked = new ArrayList<>();
        fixture = new ImportFixture(database, (id, on) -> {
            asked.add(id + " " + on);
            return List.of(Text.of("shifts.resignation.booked", 2));
        });
        var headings = "N° adhérent,Nom,Statut,Date d'adhésion,Date de départ";
        fixture.apply(Mode.ALL, headings, "1,Léa Tran,membre,04/03/2023,", "2,Luc Roux,ancien,04/03/2023,31/12/2025");
        assertThat(asked).isEmpty();
        long lea = fixture.members.members.findByNumber("1").orElseThrow().id();
        var leaving = new String[] {
            headings, "1,Léa Tran,ancien,04/03/2023,31/10/2026", "2,Luc Roux,ancien,04/03/2023,30/11/2025"
        };

        var plans = fixture.check(leaving);
        fixture.apply(Mode.GOOD_LINES, leaving);

        assertThat(plans).extracting(LinePlan::outcome).containsExactly(Outcome.ERROR, Outcome.UPDATE);
        assertThat(plans.get(0).problems())
                .filteredOn(problem -> problem.reason() == Reason.UNSETTLED)
                .extracting(Problem::arguments)
                .containsExactly(List.of(Text.of("shifts.resignation.booked", 2)));
        assertThat(asked).containsOnly(lea + " 2026-10-31");
        assertThat(fixture.members.members.get(lea).status()).isEqualTo(MemberStatus.MEMBER);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsDownHoldsBackWhoLeavesByAFileAndNobodyHoldsNobodyBack(TestDatabase database) {
        var headings = "N° adhérent,Nom,Statut,Date d'adhésion,Date de départ";
        for (var declared : List.of(Set.of("wallet"), Set.<String>of())) {
            fixture = new ImportFixture(database, declared);
            fixture.apply(Mode.ALL, headings, "1,Léa Tran,membre,04/03/2023,");

            var plans = fixture.check(headings, "1,Léa Tran,ancien,04/03/2023,31/10/2026");

            assertThat(plans)
                    .extracting(LinePlan::outcome)
                    .containsExactly(declared.isEmpty() ? Outcome.UPDATE : Outcome.ERROR);
            assertThat(plans.get(0).problems())
                    .filteredOn(problem -> problem.reason() == Reason.UNSETTLED)
                    .hasSize(declared.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfSomethingElseIsRefused(TestDatabase database) {
        on(database);

        assertThatThrownBy(() -> fixture.check("Couleur,Taille", "bleu,3")).isInstanceOf(InvalidInput.class);
    }
}
