package coop.greffon.members.internal.importing.run;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.tabular.TabularOutput;
import coop.greffon.members.ContactDraft;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.NewMember;
import coop.greffon.members.Phone;
import coop.greffon.members.internal.importing.model.Change;
import coop.greffon.members.internal.importing.model.Field;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.model.Outcome;
import coop.greffon.members.internal.importing.model.Problem;
import coop.greffon.members.internal.importing.model.Reason;
import coop.greffon.testing.TestDatabase;
import java.util.List;
import java.util.function.UnaryOperator;

/** Members that were exported, to be edited by hand and imported again. */
abstract class RoundTrip {
    ImportFixture fixture;
    List<Member> members;

    void on(TestDatabase database) {
        fixture = new ImportFixture(database);
        members = OddMembers.all().stream()
                .map(member -> fixture.members.members.create(member, NADIA))
                .toList();
    }

    static Member named(String name, List<Member> members) {
        return members.stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Member stored(String name) {
        return fixture.members.members.get(named(name, members).id());
    }

    Export french() {
        return Export.of(fixture, TabularOutput.CSV, "fr");
    }

    /** The plan of the one line that is not as it was. */
    LinePlan edited(UnaryOperator<String> hand) {
        var plans = french().edited(hand).check(fixture).stream()
                .filter(plan ->
                        plan.outcome() != Outcome.UNCHANGED || !plan.problems().isEmpty())
                .toList();
        assertThat(plans).hasSize(1);
        return plans.get(0);
    }

    static List<Field> fields(LinePlan plan) {
        return plan.changes().stream().map(Change::field).toList();
    }

    static List<Reason> reasons(LinePlan plan) {
        return plan.problems().stream().map(Problem::reason).toList();
    }

    void withMarie(TestDatabase database) {
        fixture = new ImportFixture(database);
        var contact = new ContactDraft(
                List.of(MailAddress.of("a@example.org"), new MailAddress("b@example.org", "bureau")),
                List.of(Phone.of("06 39 98 00 01"), new Phone("06 39 98 00 02", "bureau")),
                List.of(),
                null);
        members = List.of(fixture.members.members.create(
                NewMember.of(MemberDraft.person("Marie", "Durand").withContact(contact)), NADIA));
    }

    static Change mails(String wanted) {
        return new Change(Field.MAIL, "a@example.org, b@example.org", wanted);
    }
}
