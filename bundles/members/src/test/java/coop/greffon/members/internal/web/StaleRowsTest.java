package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.store.MembersFixture.KARIM;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.ContactDraft;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.Phone;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.members.internal.store.RecordMerge;
import coop.greffon.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaleRowsTest {
    @ParameterizedTest
    @EnumSource
    void whatTheSecondPersonLeftAloneTakesTheFirstOnesValue(TestDatabase database) {
        var fixture = new MembersFixture(database);
        Member seen = fixture.create("Inès", "Marchand", "128");
        Member phoned = fixture.members.change(seen.id(), seen.revision(), phone(seen, "06 39 98 12 34"), KARIM);
        Member now = fixture.members.change(
                seen.id(), phoned.revision(), phoned.details().withNumber("130"), KARIM);
        MemberDraft typed = seen.details().withNumber("131");

        StaleRows stale = StaleRows.of(fixture.audit, now, seen.revision(), typed, field -> true);

        assertThat(stale.rows())
                .containsExactlyInAnyOrder(
                        new StaleRows.Row("number", "128", "130", "131", KARIM),
                        new StaleRows.Row("phones", null, "06 39 98 12 34", null, KARIM));
        assertThat(stale.rows())
                .filteredOn(StaleRows.Row::taken)
                .extracting(StaleRows.Row::field)
                .containsExactly("phones");
        assertThat(stale.merged(MemberForm.values(typed, "")))
                .containsEntry("number", "131")
                .containsEntry("phones[0].number", "06 39 98 12 34")
                .containsEntry("revision", "2");
    }

    @ParameterizedTest
    @EnumSource
    void peopleDoNotSeeWhatStaffKeepForThemselves(TestDatabase database) {
        var fixture = new MembersFixture(database);
        Member seen = fixture.create("Inès", "Marchand", "128");
        Member now = fixture.members.change(
                seen.id(), seen.revision(), seen.details().withTags(List.of("Caisse")), NADIA);

        StaleRows stale = StaleRows.of(fixture.audit, now, seen.revision(), seen.details(), StaleRows.OWN::contains);

        assertThat(stale.rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatAMergeBroughtIsTold(TestDatabase database) {
        var fixture = new MembersFixture(database);
        Member seen = fixture.create("Inès", "Marchand", "128");
        Member twin = fixture.members.create(
                MembersFixture.reachable(
                        MembersFixture.person("Ines", "Marchand", null), "ines@example.org", "06 39 98 12 34"),
                NADIA);
        new RecordMerge(fixture.store.jpa("members"), fixture.audit, fixture.clock).merge(twin.id(), seen.id(), KARIM);
        Member now = fixture.members.get(seen.id());

        StaleRows stale = StaleRows.of(fixture.audit, now, seen.revision(), seen.details(), StaleRows.OWN::contains);

        assertThat(stale.rows())
                .contains(
                        new StaleRows.Row("mails", null, "ines@example.org", null, KARIM),
                        new StaleRows.Row("phones", null, "06 39 98 12 34", null, KARIM));
    }

    @ParameterizedTest
    @EnumSource
    void whereTheHistoryTellsTooLittleEachDifferenceIsToBeDecided(TestDatabase database) {
        var fixture = new MembersFixture(database);
        Member seen = fixture.create("Inès", "Marchand", "128");
        fixture.members.change(seen.id(), seen.revision(), phone(seen, "06 39 98 12 34"), KARIM);
        fixture.execute("delete from greffon_core_change where action = 'members.audit.edited'");
        Member now = fixture.members.get(seen.id());
        MemberDraft typed = phone(seen, "02 61 91 60 10");

        assertThat(StaleRows.of(fixture.audit, now, seen.revision(), typed, StaleRows.OWN::contains)
                        .rows())
                .containsExactly(new StaleRows.Row("phones", null, "06 39 98 12 34", "02 61 91 60 10", null));
        assertThat(StaleRows.of(fixture.audit, now, seen.revision(), now.details(), StaleRows.OWN::contains)
                        .rows())
                .isEmpty();
    }

    private static MemberDraft phone(Member member, String number) {
        return member.details().withContact(new ContactDraft(List.of(), List.of(Phone.of(number)), List.of(), null));
    }
}
