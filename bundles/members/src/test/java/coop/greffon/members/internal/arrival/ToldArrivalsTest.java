package coop.greffon.members.internal.arrival;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.members.Member;
import coop.greffon.members.arrival.Arrival;
import coop.greffon.members.arrival.ArrivalListener;
import coop.greffon.members.arrival.DutyRoster;
import coop.greffon.members.arrival.Hearing;
import coop.greffon.members.arrival.Question;
import coop.greffon.members.arrival.Questions;
import coop.greffon.members.internal.neighbour.DeclaredNeighbours;
import coop.greffon.members.internal.store.ArrivalRows;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ToldArrivalsTest {
    private static final Text DONE = Text.of("shifts.validated");

    private final List<String> heard = new ArrayList<>();
    private MembersFixture fixture;
    private Member ines;
    private boolean isBroken;

    private void on(TestDatabase database) {
        fixture = new MembersFixture(database);
        ines = fixture.create("Inès", "Marchand", "128");
    }

    private ToldArrivals arrivals(Set<String> declared, ArrivalListener... listeners) {
        return new ToldArrivals(
                fixture.members,
                new ArrivalRows(fixture.store.jpa("members"), fixture.clock),
                DeclaredNeighbours.fixed(ArrivalListener.class, declared),
                Extensions.fixed("shifts", listeners));
    }

    private final class Shifts implements ArrivalListener {
        @Override
        public List<Question> questions(long memberId, Instant at, String device) {
            return List.of(new Question("shifts.purpose", Text.of("shifts.purpose"), List.of()));
        }

        @Override
        public List<Text> record(Arrival arrival, Map<String, String> answers) {
            if (isBroken) {
                throw new IllegalStateException("broken");
            }
            heard.add(arrival.cause() + " " + answers.get("shifts.purpose"));
            return List.of(DONE);
        }
    }

    private Arrival arrival(String cause) {
        return new Arrival(cause, ines.id(), fixture.clock.instant(), "entrance");
    }

    @ParameterizedTest
    @EnumSource
    void whoListensIsToldOncePerCause(TestDatabase database) {
        on(database);
        ToldArrivals arrivals = arrivals(Set.of("shifts"), new Shifts());

        List<Hearing> said = arrivals.record(arrival("scan/1"), Map.of("shifts.purpose", "work"), NADIA);

        assertThat(said).containsExactly(new Hearing("shifts", true, List.of(DONE)));
        assertThat(arrivals.record(arrival("scan/1"), Map.of(), NADIA)).isEmpty();
        assertThat(heard).containsExactly("scan/1 work");
        assertThat(arrivals.of(ines.id(), 5)).containsExactly(arrival("scan/1"));
        assertThat(arrivals.tellAgain()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void theFactStaysWhereAListenerFailsAndTheJobTellsItAgain(TestDatabase database) {
        on(database);
        ToldArrivals arrivals = arrivals(Set.of("shifts"), new Shifts());
        isBroken = true;

        assertThat(arrivals.record(arrival("scan/1"), Map.of("shifts.purpose", "work"), NADIA))
                .containsExactly(new Hearing("shifts", false, List.of()));
        assertThat(arrivals.tellAgain()).isZero();
        assertThat(arrivals.of(ines.id(), 5)).hasSize(1);
        assertThat(fixture.sql("select attempts from greffon_members_arrival_hearing"))
                .containsExactly("2");

        isBroken = false;
        assertThat(new TellAgainJob(arrivals).run(null)).isEqualTo(Text.of("members.job.arrivals-done", 1));
        assertThat(heard).containsExactly("scan/1 work");
        assertThat(new TellAgainJob(arrivals).run(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsAwayIsToldOnceItIsBack(TestDatabase database) {
        on(database);

        assertThat(arrivals(Set.of("shifts")).record(arrival("scan/1"), Map.of(), NADIA))
                .containsExactly(new Hearing("shifts", false, List.of()));

        assertThat(arrivals(Set.of("shifts"), new Shifts()).tellAgain()).isEqualTo(1);
        assertThat(heard).containsExactly("scan/1 null");
    }

    @ParameterizedTest
    @EnumSource
    void questionsAreAskedOfAllAndWhoDoesNotAnswerIsNamed(TestDatabase database) {
        on(database);
        var forEver = new CountDownLatch(1);

        Questions questions = arrivals(
                        Set.of("shifts", "wallet"),
                        asking(() -> {
                            throw new IllegalStateException("broken");
                        }),
                        asking(() -> {
                            forEver.await();
                            return List.of();
                        }),
                        new Shifts())
                .questions(ines.id(), fixture.clock.instant(), null);

        assertThat(questions.asked()).extracting(Question::id).containsExactly("shifts.purpose");
        assertThat(questions.notChecked()).containsExactly("shifts", "wallet");
        forEver.countDown();
    }

    private static ArrivalListener asking(Callable<List<Question>> questions) {
        return new ArrivalListener() {
            @Override
            public List<Question> questions(long memberId, Instant at, String device) {
                try {
                    return questions.call();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            }

            @Override
            public List<Text> record(Arrival arrival, Map<String, String> answers) {
                return List.of();
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeWrittenDownIsRefused(TestDatabase database) {
        on(database);
        ToldArrivals arrivals = arrivals(Set.of());
        Member malo = fixture.create("Malo", "Marchand", "129");
        arrivals.record(arrival("scan/1"), Map.of(), NADIA);

        assertThatThrownBy(() -> arrivals.record(
                        new Arrival("scan/1", malo.id(), fixture.clock.instant(), null), Map.of(), NADIA))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> arrivals.record(arrival(" "), Map.of(), NADIA)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        arrivals.record(new Arrival("scan/2", 404, fixture.clock.instant(), null), Map.of(), NADIA))
                .isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @EnumSource
    void whoIsOnDutyIsNamedAndSoIsARosterThatDoesNotAnswer(TestDatabase database) {
        on(database);
        Instant now = fixture.clock.instant();
        DutyRoster.Duty duty =
                new DutyRoster.Duty(ines.id(), Text.of("shifts.till"), now, now.plus(Duration.ofHours(3)));
        DutyRoster works = at -> List.of(duty, new DutyRoster.Duty(404, Text.of("shifts.till"), now, now));
        DutyRoster fails = at -> {
            throw new IllegalStateException("broken");
        };

        var forEver = new CountDownLatch(1);
        DutyRoster hangs = at -> {
            try {
                forEver.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
        var duties = new Duties(
                fixture.members,
                DeclaredNeighbours.fixed(DutyRoster.class, Set.of("shifts", "wallet")),
                Extensions.fixed("shifts", fails, hangs, works));

        Duties.Watch watch = duties.at(now);

        assertThat(watch.people())
                .containsExactly(new Duties.OnDuty(
                        ines.id(), "Inès Marchand", Text.of("shifts.till"), now, now.plus(Duration.ofHours(3))));
        assertThat(watch.notChecked()).containsExactly("shifts", "wallet");
        forEver.countDown();
    }
}
