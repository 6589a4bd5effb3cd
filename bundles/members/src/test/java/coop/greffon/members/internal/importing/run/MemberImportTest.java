package coop.greffon.members.internal.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.ExternalId;
import coop.greffon.members.HouseholdRole;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberFilter.Standing;
import coop.greffon.members.MemberStatus;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.StatusChange;
import coop.greffon.members.StayDraft;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemberImportTest {
    private static final String HEADINGS =
            "id,ref,name,email,phone,barcode,parent_id/id,type,street,city,active,comment";

    private ImportFixture fixture;

    private void on(TestDatabase database) {
        fixture = new ImportFixture(database);
    }

    private Member member(String externalId) {
        return fixture.members
                .members
                .findByExternalId(new ExternalId("odoo", externalId))
                .orElseThrow();
    }

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

    private Map<String, String> household(long member) {
        var today = LocalDate.now(fixture.members.clock);
        return fixture.members.households.of(member, today).orElseThrow().on(today).stream()
                .collect(Collectors.toMap(
                        person -> person.name(), person -> person.role().name()));
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

    @ParameterizedTest
    @EnumSource
    void aFileOfSomethingElseIsRefused(TestDatabase database) {
        on(database);

        assertThatThrownBy(() -> fixture.check("Couleur,Taille", "bleu,3")).isInstanceOf(InvalidInput.class);
    }
}
