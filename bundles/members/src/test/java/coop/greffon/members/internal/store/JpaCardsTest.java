package coop.greffon.members.internal.store;

import static coop.greffon.members.internal.store.MembersFixture.KARIM;
import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static coop.greffon.members.internal.store.MembersFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.greffon.core.audit.Change;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Card;
import coop.greffon.members.CardDraft;
import coop.greffon.members.CardEnding;
import coop.greffon.members.CardKind;
import coop.greffon.members.CardState;
import coop.greffon.members.Member;
import coop.greffon.members.MemberFilter;
import coop.greffon.members.MemberOrder;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaCardsTest {
    private MembersFixture fixture;
    private Member ines;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        ines = fixture.create("Inès", "Marchand", "128");
    }

    private static CardDraft draft(String code) {
        return new CardDraft(CardKind.BARCODE, code, TODAY);
    }

    private Map<String, CardState> states() {
        return fixture.members.get(ines.id()).cards().stream().collect(Collectors.toMap(Card::code, Card::state));
    }

    @ParameterizedTest
    @EnumSource
    void aNewCardReplacesTheOldOne(TestDatabase database) {
        on(database);

        fixture.cards.give(ines.id(), draft("420000128005"), NADIA);
        fixture.clock.advance(Duration.ofMinutes(1));
        Card second = fixture.cards.give(ines.id(), draft("0420000999005"), KARIM);

        assertThat(second.state()).isEqualTo(CardState.ACTIVE);
        assertThat(states()).isEqualTo(Map.of("0420000128005", CardState.REPLACED, "0420000999005", CardState.ACTIVE));
        assertThat(fixture.cards.find("420000128005")).map(Card::to).contains(TODAY);
        assertThat(fixture.members
                        .list(MemberFilter.query("0420000128005"), MemberOrder.NAME, 0, 5)
                        .rows())
                .hasSize(1);
        assertThat(fixture.audit.history("members.member", Long.toString(ines.id())))
                .extracting(Change::action)
                .containsExactly("members.audit.card-given", "members.audit.card-given", "members.audit.created");
    }

    @ParameterizedTest
    @EnumSource
    void aCodeIsNeverGivenTwice(TestDatabase database) {
        on(database);
        Member malo = fixture.create("Malo", "Marchand", "129");
        fixture.cards.give(ines.id(), draft("0420000128005"), NADIA);
        fixture.cards.end("0420000128005", new CardEnding(CardState.LOST, "perdue au marché"), NADIA);

        assertThat(refusal(malo, "420000128005")).isEqualTo("members.card.taken");
        assertThat(refusal(ines, "0420000128005")).isEqualTo("members.card.own");
        assertThat(fixture.members.get(malo.id()).cards()).isEmpty();
    }

    private String refusal(Member member, String code) {
        return catchThrowableOfType(InvalidInput.class, () -> fixture.cards.give(member.id(), draft(code), NADIA))
                .errors()
                .get(0)
                .message()
                .key();
    }

    /** One card counts at a time: a later one would leave none until then. */
    @ParameterizedTest
    @EnumSource
    void aCardThatBeginsLaterTakesNoneAwayNow(TestDatabase database) {
        on(database);
        var later = new CardDraft(CardKind.BARCODE, "0420000999005", TODAY.plusDays(7));
        fixture.cards.give(ines.id(), draft("420000128005"), NADIA);

        assertThatThrownBy(() -> fixture.cards.give(ines.id(), later, NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("from"));
        assertThat(states()).isEqualTo(Map.of("0420000128005", CardState.ACTIVE));
        fixture.cards.end("0420000128005", new CardEnding(CardState.LOST, null), NADIA);
        assertThat(fixture.cards.give(ines.id(), later, NADIA).state()).isEqualTo(CardState.ACTIVE);
    }

    /** From the 3rd day on she has a card: one from the 7th would leave the days between without any. */
    @ParameterizedTest
    @EnumSource
    void aCardThatBeginsLaterTakesNoneAwayThatIsToBeginBefore(TestDatabase database) {
        on(database);
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "123", TODAY.plusDays(3)), NADIA);

        assertThatThrownBy(() ->
                        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "456", TODAY.plusDays(7)), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThat(states()).isEqualTo(Map.of("123", CardState.ACTIVE));
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "456", TODAY.plusDays(3)), NADIA);
        assertThat(states()).isEqualTo(Map.of("123", CardState.REPLACED, "456", CardState.ACTIVE));
    }

    /** Taken back and made valid again, it still begins in a week. */
    @ParameterizedTest
    @EnumSource
    void aCardThatBeginsLaterIsNotMadeValidAgainInsteadOfTodays(TestDatabase database) {
        on(database);
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "123", TODAY.plusDays(7)), NADIA);
        fixture.cards.give(ines.id(), draft("456"), NADIA);

        assertThatThrownBy(() -> fixture.cards.restore("123", NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("card"));
        assertThat(states()).isEqualTo(Map.of("123", CardState.REPLACED, "456", CardState.ACTIVE));
        fixture.clock.advance(Duration.ofDays(7));
        fixture.cards.restore("123", NADIA);
        assertThat(states()).isEqualTo(Map.of("123", CardState.ACTIVE, "456", CardState.REPLACED));
    }

    @ParameterizedTest
    @EnumSource
    void noCardEndsBeforeItBegan(TestDatabase database) {
        on(database);
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "123", TODAY.plusDays(7)), NADIA);
        Card given = fixture.cards.give(
                ines.id(), new CardDraft(CardKind.BARCODE, "0420000128005", TODAY.minusDays(3)), NADIA);

        assertThat(fixture.cards.find("123")).map(Card::to).contains(TODAY.plusDays(7));
        assertThat(given.from()).isEqualTo(TODAY.minusDays(3));
        fixture.cards.give(ines.id(), new CardDraft(CardKind.BARCODE, "456", TODAY.minusDays(9)), NADIA);
        assertThat(fixture.cards.find("0420000128005")).map(Card::to).contains(TODAY.minusDays(3));
    }

    /** A mistyped code made another card the valid one. */
    @ParameterizedTest
    @EnumSource
    void aCardThatWasReplacedByMistakeIsMadeValidAgain(TestDatabase database) {
        on(database);
        fixture.cards.give(ines.id(), draft("0420000128005"), NADIA);
        fixture.cards.give(ines.id(), draft("123"), NADIA);

        fixture.cards.restore("0420000128005", NADIA);

        assertThat(states()).isEqualTo(Map.of("0420000128005", CardState.ACTIVE, "123", CardState.REPLACED));
    }

    @ParameterizedTest
    @EnumSource
    void aReasonHasRoomForTwoHundredCharacters(TestDatabase database) {
        on(database);
        fixture.cards.give(ines.id(), draft("0420000128005"), NADIA);

        assertThatThrownBy(() ->
                        fixture.cards.end("0420000128005", new CardEnding(CardState.LOST, "x".repeat(201)), NADIA))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactly("reason"));
        assertThat(states()).isEqualTo(Map.of("0420000128005", CardState.ACTIVE));
    }

    @ParameterizedTest
    @EnumSource
    void aLostCardMayComeBack(TestDatabase database) {
        on(database);
        fixture.cards.give(ines.id(), draft("0420000128005"), NADIA);
        Card lost = fixture.cards.end("420000128005", new CardEnding(CardState.LOST, " "), NADIA);
        fixture.cards.give(ines.id(), draft("0420000999005"), NADIA);

        Card back = fixture.cards.restore("0420000128005", NADIA);

        assertThat(lost.reason()).isNull();
        assertThat(lost.to()).isEqualTo(TODAY);
        assertThat(back.to()).isNull();
        assertThat(states()).isEqualTo(Map.of("0420000128005", CardState.ACTIVE, "0420000999005", CardState.REPLACED));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotThereIsNotFound(TestDatabase database) {
        on(database);

        assertThat(fixture.cards.find("1")).isEmpty();
        assertThatThrownBy(() -> fixture.cards.end("1", new CardEnding(CardState.LOST, null), NADIA))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.cards.give(404, draft("1"), NADIA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fixture.cards.give(ines.id(), draft(" "), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> fixture.cards.end("1", new CardEnding(CardState.ACTIVE, null), NADIA))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceOneGetsTheCodeAndEachHasOneActiveCard(TestDatabase database) throws Exception {
        on(database);
        Member malo = fixture.create("Malo", "Marchand", "129");
        int rounds = 8;
        var start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2 * rounds);
        var attempts = IntStream.range(0, rounds)
                .boxed()
                .flatMap(round -> Stream.of(ines.id(), malo.id())
                        .map(id -> threads.submit(() -> {
                            start.await();
                            return fixture.cards.give(id, draft("042000099900" + round / 2), NADIA);
                        })))
                .toList();

        start.countDown();
        long given = 0;
        for (Future<Card> attempt : attempts) {
            try {
                attempt.get();
                given++;
            } catch (java.util.concurrent.ExecutionException refused) {
                assertThat(refused.getCause()).isInstanceOf(InvalidInput.class);
            }
        }
        threads.shutdown();

        assertThat(given).isEqualTo(4);
        assertThat(fixture.sql("select count(*) from greffon_members_card")).containsExactly("4");
        assertThat(fixture.sql("select max(total) from (select count(*) as total from greffon_members_card"
                        + " where state = 'ACTIVE' group by member_id) active"))
                .containsExactly("1");
    }
}
