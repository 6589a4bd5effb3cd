package coop.greffon.members.internal.importing.desk;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.greffon.core.job.JobContext;
import coop.greffon.core.problem.Refused;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.io.FilterInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The work in the background: begun again, given up, several at once. */
class ImportWorkTest extends DeskBench {
    @ParameterizedTest
    @EnumSource
    void whatWasLeftHalfWayIsBegunAgain(TestDatabase database) {
        on(database);
        Upload upload = sent(GOOD);
        working = false;
        desk.check(upload.id(), Options.USUAL, NADIA);
        assertThat(desk.get(upload.id(), NADIA).state()).isEqualTo(UploadState.CHECKING);
        assertThatThrownBy(() -> desk.forget(upload.id(), NADIA)).isInstanceOf(Refused.class);

        working = true;

        assertThat(desk.get(upload.id(), NADIA).state()).isEqualTo(UploadState.CHECKING);
        assertThat(desk.get(upload.id(), NADIA).state()).isEqualTo(UploadState.CHECKED);
    }

    @ParameterizedTest
    @EnumSource
    void whatStopsTheNodeTwiceIsGivenUpAndLetsTheNextPass(TestDatabase database) throws SQLException {
        on(database);
        Upload deadly = sent(GOOD);
        Upload next = sent(GOOD);
        working = false;
        desk.check(deadly.id(), Options.USUAL, NADIA);
        desk.check(next.id(), Options.USUAL, NADIA);
        try (var connection = fixture.members.store.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update greffon_members_import set attempts = 2 where id = " + deadly.id());
        }
        working = true;

        job.run(new JobContext(MembersFixture.TODAY, NADIA));

        assertThat(desk.get(deadly.id(), NADIA).state()).isEqualTo(UploadState.FAILED);
        assertThat(desk.get(deadly.id(), NADIA).message().key()).isEqualTo("members.import.interrupted");
        assertThat(desk.get(next.id(), NADIA).state()).isEqualTo(UploadState.CHECKED);
        desk.check(deadly.id(), Options.USUAL, NADIA);
        assertThat(desk.get(deadly.id(), NADIA).state()).isEqualTo(UploadState.CHECKED);
    }

    @ParameterizedTest
    @EnumSource
    void whatBreaksTheMachineIsMarkedAsFailed(TestDatabase database) {
        on(database);
        Upload upload = sent(GOOD);
        untilBroken = 1;

        assertThatThrownBy(() -> desk.check(upload.id(), Options.USUAL, NADIA)).isInstanceOf(StackOverflowError.class);

        assertThat(desk.get(upload.id(), NADIA).state()).isEqualTo(UploadState.FAILED);
        desk.forget(upload.id(), NADIA);
        assertThat(desk.of(NADIA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoSendsOrReadsSlowlyHoldsNoTransaction(TestDatabase database) {
        on(database);
        var slow = new FilterInputStream(bytes(BAD)) {
            private final List<Integer> seen = new ArrayList<>();

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                seen.add(open.get());
                return super.read(into, from, most);
            }
        };

        Upload upload = desk.receive("membres.csv", slow, null, NADIA);
        desk.check(upload.id(), Options.USUAL, NADIA);
        var writing = new ArrayList<Integer>();
        desk.faulty(upload.id(), NADIA, lines -> lines.each((row, line) -> writing.add(open.get())));

        assertThat(slow.seen).isNotEmpty().containsOnly(0);
        assertThat(writing).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoAtOnceWithOneKeyBothHearOfTheSameFile(TestDatabase database) throws Exception {
        on(database);
        var both = new CyclicBarrier(2);
        Callable<Long> sending = () -> {
            both.await();
            return desk.receive("a.csv", bytes(GOOD), "key", NADIA).id();
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Long> first = threads.submit(sending);
            Future<Long> second = threads.submit(sending);

            assertThat(first.get()).isEqualTo(second.get());
        } finally {
            threads.shutdown();
        }
        assertThat(fixture.members.sql("select count(*) from greffon_members_import"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTakenInHandMeanwhileIsNotForgotten(TestDatabase database) throws Exception {
        on(database);
        Upload upload = sent(GOOD);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (var connection = fixture.members.store.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.executeUpdate("update greffon_members_import set state = 'CHECKING' where id = " + upload.id());

            Future<?> forgetting = thread.submit(() -> desk.forget(upload.id(), NADIA));
            assertThatThrownBy(() -> forgetting.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            connection.commit();

            assertThatThrownBy(forgetting::get).hasCauseInstanceOf(Refused.class);
        } finally {
            thread.shutdown();
        }
        assertThat(fixture.members.sql("select state from greffon_members_import"))
                .containsExactly("CHECKING");
    }

    @ParameterizedTest
    @EnumSource
    void progressIsSeenWhileItIsMade(TestDatabase database) {
        on(database);
        var lines = new ArrayList<String>();
        lines.add("N° adhérent,Nom");
        for (int line = 1; line <= 600; line++) {
            lines.add(line + ",Léa Tran");
        }

        Upload checked = checked(String.join("\n", lines) + "\n");

        assertThat(checked.linesDone()).isEqualTo(500);
        assertThat(checked.linesAll()).isEqualTo(600);
    }
}
