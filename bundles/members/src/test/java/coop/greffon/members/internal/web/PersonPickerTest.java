package coop.greffon.members.internal.web;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberSummary;
import coop.greffon.members.NewMember;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import coop.greffon.web.form.SentForm;
import coop.greffon.web.form.Typed;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonPickerTest {
    private static final long NOBODY = -1;

    @ParameterizedTest
    @EnumSource
    void whoIsMeantIsFoundByNumberOrName(TestDatabase database) {
        var fixture = new MembersFixture(database);
        var picker = new PersonPicker(fixture.members);
        Member ines = fixture.create("Inès", "Marchand", "128");
        Member malo = fixture.create("Malo", "Marchand", "129");
        // A number that is the beginning of another one is meant as it stands.
        Member odile = fixture.members.create(
                NewMember.of(MemberDraft.person("Odile", "Chevallier").withNumber("12")), NADIA);

        assertThat(picker.pick(who("12"), NOBODY).id()).isEqualTo(odile.id());
        assertThat(picker.pick(who("chev"), NOBODY).id()).isEqualTo(odile.id());
        assertThat(picker.pick(who("marchand"), ines.id()).id()).isEqualTo(malo.id());
        assertThat(picker.pick(who("marchand"), NOBODY).candidates())
                .extracting(MemberSummary::id)
                .containsExactly(ines.id(), malo.id());
        assertThat(picker.pick(sent(Map.of("who", "marchand", "chosen", Long.toString(malo.id()))), NOBODY)
                        .id())
                .isEqualTo(malo.id());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsNotThereIsSaidToBe(TestDatabase database) {
        var fixture = new MembersFixture(database);
        var picker = new PersonPicker(fixture.members);
        Member ines = fixture.create("Inès", "Marchand", "128");

        assertThatThrownBy(() -> picker.pick(who("zzz"), NOBODY)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> picker.pick(who(" "), NOBODY)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> picker.pick(who("128"), ines.id())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> picker.pick(sent(Map.of("chosen", "404")), NOBODY))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> picker.pick(sent(Map.of("chosen", "x")), NOBODY))
                .isInstanceOf(InvalidInput.class);
    }

    private static Typed who(String typed) {
        return sent(Map.of("who", typed));
    }

    private static Typed sent(Map<String, String> fields) {
        return new SentForm(fields, Map.of()).typed();
    }
}
