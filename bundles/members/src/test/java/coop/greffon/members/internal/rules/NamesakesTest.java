package coop.greffon.members.internal.rules;

import static coop.greffon.members.internal.rules.Namesakes.Sign.BIRTH_DATES;
import static coop.greffon.members.internal.rules.Namesakes.Sign.CARDS;
import static coop.greffon.members.internal.rules.Namesakes.Sign.NAMES;
import static coop.greffon.members.internal.rules.Namesakes.Sign.REACHED_OTHERWISE;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.members.Card;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.MailAddress;
import coop.greffon.members.Member;
import coop.greffon.members.MemberDraft;
import coop.greffon.members.MemberKind;
import coop.greffon.members.Phone;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesakesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    private static Member member(String given, String family, String born, String mail, String phone, CardState card) {
        var details = new MemberDraft(
                MemberKind.PERSON,
                null,
                given,
                family,
                null,
                mail == null ? null : List.of(MailAddress.of(mail)),
                phone == null ? null : List.of(Phone.of(phone)),
                null,
                null,
                born == null ? null : LocalDate.parse(born),
                null,
                null,
                null);
        List<Card> cards =
                card == null ? List.of() : List.of(new Card("2042", CardKind.values()[0], 7, DAY, null, card, null));
        return new Member(7, 0, details.name(), details, null, null, null, cards, List.of(), null);
    }

    private static Member jean(String born, String mail, String phone, CardState card) {
        return member("Jean", "Martin", born, mail, phone, card);
    }

    @Test
    void othersBornOnAnotherDayAreTwo() {
        assertThat(Namesakes.signs(jean("1950-03-01", null, null, null), jean("1984-03-01", null, null, null)))
                .containsExactly(BIRTH_DATES);
        assertThat(Namesakes.signs(jean("1950-03-01", null, null, null), jean("1950-03-01", null, null, null)))
                .isEmpty();
        assertThat(Namesakes.signs(jean("1950-03-01", null, null, null), jean(null, null, null, null)))
                .isEmpty();
    }

    @Test
    void peopleOfOneNameInAnotherOrderAreOneAndThoseOfNoneInCommonTwo() {
        Member jean = jean(null, null, null, null);

        assertThat(Namesakes.signs(jean, member("MARTIN", "Jéan", null, null, null, null)))
                .isEmpty();
        assertThat(Namesakes.signs(jean, member("J.", "Martin", null, null, null, null)))
                .isEmpty();
        assertThat(Namesakes.signs(jean, member("Inès", "Marchand", null, null, null, null)))
                .containsExactly(NAMES);
    }

    /** Whoever was written down twice may have a card and a mail in each record; with neither in common they are likely two. */
    @Test
    void eachWithMailAndCardOfTheirOwnAreTwo() {
        Member one = jean(null, "jean@example.org", "06 39 98 12 34", CardState.ACTIVE);

        assertThat(Namesakes.signs(one, jean(null, "jm@example.org", "06 39 98 56 78", CardState.ACTIVE)))
                .containsExactly(CARDS, REACHED_OTHERWISE);
        assertThat(Namesakes.signs(one, jean(null, "jm@example.org", null, CardState.ACTIVE)))
                .containsExactly(CARDS, REACHED_OTHERWISE);
        assertThat(Namesakes.signs(one, jean(null, "jm@example.org", "+33 6.39.98.12.34", CardState.ACTIVE)))
                .isEmpty();
        assertThat(Namesakes.signs(one, jean(null, "Jean@Example.org", null, CardState.ACTIVE)))
                .isEmpty();
        assertThat(Namesakes.signs(one, jean(null, null, null, CardState.ACTIVE)))
                .isEmpty();
        assertThat(Namesakes.signs(one, jean(null, "jm@example.org", null, CardState.LOST)))
                .isEmpty();
        assertThat(Namesakes.signs(one, jean(null, "jm@example.org", null, null)))
                .isEmpty();
    }

    @Test
    void allThatSpeaksAgainstItIsTold() {
        assertThat(Namesakes.signs(
                        jean("1950-03-01", "jean@example.org", null, CardState.ACTIVE),
                        jean("1984-03-01", "jm@example.org", null, null)))
                .containsExactly(BIRTH_DATES, REACHED_OTHERWISE);
    }
}
