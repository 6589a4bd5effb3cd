package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusChange;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemberImportTest extends MemberImportBench {
    @ParameterizedTest
    @EnumSource
    void aLineBecomesARecordThatPeopleFind(TestDatabase database) {
        on(database);

        fixture.apply(
                Mode.ALL,
                HEADINGS,
                "x.1,128,Inès Marchand,ines@example.org,06 39 98 12 34,0420000128007,,contact,3 rue du Puits,Gap,True,Parle breton");

        Member ines = member("x.1");
        assertThat(ines.details().number()).isEqualTo("128");
        assertThat(ines.details().givenName()).isEqualTo("Inès");
        assertThat(ines.details().phones()).containsExactly(Phone.of("06 39 98 12 34"));
        assertThat(ines.details().addresses().get(0).line()).isEqualTo("3 rue du Puits, Gap");
        assertThat(ines.details().notes()).isEqualTo("Parle breton");
        assertThat(ines.status()).isEqualTo(MemberStatus.MEMBER);
        assertThat(ines.since()).isEqualTo(MembersFixture.TODAY);
        assertThat(ines.cards()).extracting(card -> card.code()).containsExactly("0420000128007");
        assertThat(fixture.members.members.totals()).containsEntry(Standing.MEMBER, 1L);
        assertThat(fixture.members.sql("select distinct member_id from greffon_members_word where word = 'marchand'"))
                .containsExactly(Long.toString(ines.id()));
        assertThat(fixture.members.audit.history("members.member", Long.toString(ines.id())))
                .singleElement()
                .satisfies(change -> assertThat(change.by()).isEqualTo(MembersFixture.NADIA));
    }

    @ParameterizedTest
    @EnumSource
    void aChangedLineChangesTheRecordOnceAndKeepsWhatPeopleWrote(TestDatabase database) {
        on(database);
        fixture.apply(Mode.ALL, HEADINGS, "x.1,128,Inès Marchand,ines@example.org,06 39 98 12 34,,,contact,,,True,");
        Member before = member("x.1");
        fixture.members.members.change(
                before.id(),
                before.revision(),
                before.details()
                        .withContact(new ContactDraft(
                                List.of(new MailAddress("Ines@example.org", "maison")),
                                List.of(new Phone("06.39.98.12.34", "le soir")),
                                List.of(),
                                "fr-BE")),
                MembersFixture.NADIA);
        fixture.members.clock.advance(Duration.ofHours(1));

        fixture.apply(
                Mode.ALL,
                HEADINGS,
                "x.1,129,Inès Marchand,ines.m@example.net,+33 6 39 98 12 34,420000128007,,contact,,Gap,,");

        Member after = member("x.1");
        assertThat(after.details().number()).isEqualTo("129");
        assertThat(after.details().mails())
                .extracting(mail -> mail.address() + " " + mail.label())
                .containsExactly("Ines@example.org maison", "ines.m@example.net null");
        assertThat(after.details().phones()).containsExactly(new Phone("06.39.98.12.34", "le soir"));
        assertThat(after.details().language()).isEqualTo("fr-BE");
        assertThat(after.status()).isEqualTo(MemberStatus.FORMER);
        assertThat(after.cards()).extracting(card -> card.code()).containsExactly("0420000128007");
        assertThat(after.revision()).isEqualTo(before.revision() + 2);
        assertThat(fixture.members.members.totals())
                .containsEntry(Standing.MEMBER, 0L)
                .containsEntry(Standing.FORMER, 1L);
        var history = fixture.members.audit.history("members.member", Long.toString(after.id()));
        assertThat(history).hasSize(3);
        assertThat(history.get(0).fields())
                .extracting(field -> field.field())
                .containsExactly("number", "mails", "addresses", "status", "on", "card");
        assertThat(fixture.members.sql("select word from greffon_members_word where word = '0420000128007'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTypedToSignInFollowsTheFile(TestDatabase database) {
        on(database);
        fixture.apply(Mode.ALL, HEADINGS, "x.1,128,Inès Marchand,ines@example.org,06 39 98 12 34,,,contact,,,True,");
        var account = fixture.members.memberAccounts.invite(member("x.1").id(), MembersFixture.NADIA);

        fixture.apply(Mode.ALL, HEADINGS, "x.1,129,Inès Marchand,ines.m@example.net,06 39 98 12 34,,,contact,,,True,");

        assertThat(fixture.members.accounts.find(account.id()).orElseThrow().logins())
                .containsExactlyInAnyOrder("ines@example.org", "ines.m@example.net", "129");
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsKnownIsFoundByNumberOrByMailAndName(TestDatabase database) {
        on(database);
        long numbered = fixture.members.create("Inès", "Marchand", "128").id();
        long reached = fixture.members
                .members
                .create(
                        MembersFixture.reachable(
                                NewMember.of(MemberDraft.person("Léa", "Tran")), "Lea@example.org", "0470 00 00 01"),
                        MembersFixture.NADIA)
                .id();
        long alone = fixture.members
                .members
                .create(NewMember.of(MemberDraft.person("Luc", "Le Bris")), MembersFixture.NADIA)
                .id();

        var plans = fixture.check(
                "N° adhérent,Nom,E-mail,Ville",
                "128,MARCHAND Inès,,Gap",
                ",Tran Léa,lea@example.org,Gap",
                ",Le Bris Luc,,Gap",
                ",Zoé Roux,zoe@example.org,Gap");

        assertThat(plans).extracting(plan -> plan.storedId().orElse(0L)).containsExactly(numbered, reached, alone, 0L);
        assertThat(plans)
                .extracting(LinePlan::outcome)
                .containsExactly(Outcome.UPDATE, Outcome.UPDATE, Outcome.UPDATE, Outcome.CREATE);
    }

    @ParameterizedTest
    @EnumSource
    void theDaysOfAMembershipAreKeptAndCorrected(TestDatabase database) {
        on(database);
        var headings = "N° adhérent,Nom,Statut,Date d'adhésion,Date de départ";
        fixture.apply(Mode.ALL, headings, "1,Léa Tran,ancien,04/03/2023,31/12/2025");
        long lea = fixture.members.members.findByNumber("1").orElseThrow().id();
        assertThat(fixture.members.members.statuses(lea))
                .extracting(StatusChange::status, StatusChange::on)
                .containsExactly(
                        tuple(MemberStatus.FORMER, LocalDate.parse("2025-12-31")),
                        tuple(MemberStatus.MEMBER, LocalDate.parse("2023-03-04")));

        for (var days : List.of("05/04/2023,30/11/2025", "01/02/2022,15/01/2026", "04/03/2023,15/01/2026")) {
            var line = "1,Léa Tran,ancien," + days;
            assertThat(fixture.apply(Mode.ALL, headings, line).of(Outcome.UPDATE))
                    .as(days)
                    .isEqualTo(1);
            assertThat(fixture.apply(Mode.ALL, headings, line).of(Outcome.UNCHANGED))
                    .as(days)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoLinesThatWereMergedHereStayOneRecord(TestDatabase database) {
        on(database);
        var lines = new String[] {
            HEADINGS,
            "x.3,,Ines Marchand,,02 61 91 60 10,,,contact,,,True,",
            "x.1,128,Inès Marchand,ines@example.org,06 39 98 12 34,,,contact,,,True,",
            "x.4,,Luc Martin,,,,x.3,contact,,,True,",
            "x.2,,I. Marchand,i@example.org,,,,contact,,,True,"
        };
        fixture.apply(Mode.ALL, lines);
        long ines = member("x.1").id();
        merge("x.3", "x.2");
        merge("x.2", "x.1");
        var rows = "select count(*) from greffon_members_member where merged_into is null";
        assertThat(fixture.members.sql(rows)).containsExactly("2");
        long revision = member("x.1").revision();
        var changes = fixture.members.sql("select count(*) from greffon_core_change");

        var plans = fixture.check(lines);
        var summary = fixture.apply(Mode.ALL, lines);

        assertThat(plans)
                .extracting(plan -> plan.lines().first(), LinePlan::outcome)
                .containsExactlyInAnyOrder(
                        tuple(2L, Outcome.IGNORED),
                        tuple(3L, Outcome.UNCHANGED),
                        tuple(4L, Outcome.UNCHANGED),
                        tuple(5L, Outcome.IGNORED));
        assertThat(plans.stream().filter(plan -> plan.outcome() == Outcome.IGNORED))
                .allSatisfy(plan ->
                        assertThat(plan.problems()).extracting(Problem::reason).containsExactly(Reason.MERGED_HERE));
        assertThat(summary.of(Outcome.IGNORED)).isEqualTo(2);
        assertThat(fixture.members.sql(rows)).containsExactly("2");
        assertThat(member("x.3").id()).isEqualTo(ines);
        assertThat(member("x.1").revision()).isEqualTo(revision);
        assertThat(fixture.members.sql("select count(*) from greffon_core_change"))
                .isEqualTo(changes);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordMergedHereIsFoundByEachOfItsIdentifiers(TestDatabase database) {
        on(database);
        var one = "x.1,,Inès Marchand,ines@example.org,,,,contact,,,True,";
        var other = "x.2,,Inès Marchand,i@example.org,,,,contact,,,True,";
        fixture.apply(Mode.ALL, HEADINGS, one, other);
        merge("x.2", "x.1");

        assertThat(fixture.apply(Mode.ALL, HEADINGS, one).of(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(fixture.apply(Mode.ALL, HEADINGS, other).of(Outcome.UNCHANGED))
                .isEqualTo(1);
    }

    private void merge(String from, String into) {
        new RecordMerge(fixture.members.store.jpa("members"), fixture.members.audit, fixture.members.clock)
                .merge(member(from).id(), member(into).id(), MembersFixture.NADIA);
    }

    @ParameterizedTest
    @EnumSource
    void aWorkbookBringsTheSameMembersAsCsv(TestDatabase database) {
        on(database);
        var lines = new String[] {
            HEADINGS,
            "x.1,00128,Inès Marchand,ines@example.org,06 39 98 12 34,0420000128007,,contact,3 rue du Puits,Gap,True,Parle breton",
            "x.2,,Luc Martin,,,,x.1,contact,,,True,",
            "x.3,,Zoé Roux,,,,,contact,,,,"
        };
        fixture.apply(Mode.ALL, lines);
        var csv = List.of(member("x.1"), member("x.2"), member("x.3"));
        assertThat(fixture.applyOds(Mode.ALL, lines).of(Outcome.UNCHANGED)).isEqualTo(3);

        on(database);
        fixture.applyOds(Mode.ALL, lines);

        assertThat(List.of(member("x.1"), member("x.2"), member("x.3")))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(csv);
        assertThat(household(member("x.2").id())).isEqualTo(Map.of("Inès Marchand", "HOLDER", "Luc Martin", "SHOPPER"));
    }
}
