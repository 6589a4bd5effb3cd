package coop.greffon.members.internal.importing.desk;

import static coop.greffon.members.internal.store.MembersFixture.NADIA;
import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.ImportFixture;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.aries.jpa.template.JpaTemplate;

/** A desk whose job runs at once, and breaks where a test wants it. */
abstract class DeskBench {
    static final String GOOD = """
            N° adhérent,Nom,E-mail,Surnom
            1,Léa Tran,lea@example.org,Lélé
            2,Luc Martin,,
            """;

    static final String BAD = """
            N° adhérent,Nom,E-mail
            1,Léa Tran,lea@example.org
            1,Luc Martin,
            3,=Zoé,@zoe
            """;

    ImportFixture fixture;
    ImportDesk desk;
    ImportJob job;
    boolean working = true;
    int untilBroken = -1;
    final ThreadLocal<Integer> open = ThreadLocal.withInitial(() -> 0);

    void on(TestDatabase database) {
        fixture = new ImportFixture(database);
        var jpa = watched(fixture.members.store.jpa("members"));
        var uploads = new Uploads();
        job = new ImportJob(jpa, uploads, fixture.imports, new BreakingClock());
        desk = new ImportDesk(jpa, uploads, new AtOnce(), fixture.members.clock);
    }

    /** Counts the transactions that are open on each thread. */
    JpaTemplate watched(JpaTemplate jpa) {
        return (JpaTemplate) Proxy.newProxyInstance(
                JpaTemplate.class.getClassLoader(), new Class<?>[] {JpaTemplate.class}, (proxy, method, arguments) -> {
                    open.set(open.get() + 1);
                    try {
                        return method.invoke(jpa, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    } finally {
                        open.set(open.get() - 1);
                    }
                });
    }

    /** The clock of the fixture, which breaks once. */
    final class BreakingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return fixture.members.clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            // The first time it forgets what is old, the second time the check is done.
            if (untilBroken-- == 0) {
                throw new StackOverflowError();
            }
            return fixture.members.clock.instant();
        }
    }

    final class AtOnce implements Jobs {
        @Override
        public List<JobState> list() {
            return List.of();
        }

        @Override
        public List<JobRun> history(String name, int skip, int most) {
            return List.of();
        }

        @Override
        public void runNow(String name, Actor by) {
            assertThat(name).isEqualTo(job.name());
            if (working) {
                job.run(new JobContext(MembersFixture.TODAY, Actor.job(name)));
            }
        }
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    Upload sent(String text) {
        return desk.receive("membres.csv", bytes(text), null, NADIA);
    }

    Upload checked(String text) {
        long id = sent(text).id();
        desk.check(id, Options.USUAL, NADIA);
        return desk.get(id, NADIA);
    }
}
