package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.JobRun;
import coop.greffon.core.job.JobState;
import coop.greffon.core.job.Jobs;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.ImportFixture;
import coop.greffon.members.internal.importing.run.Mode;
import coop.greffon.members.internal.store.MembersFixture;
import coop.greffon.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A desk whose checks and imports are done before it answers. */
final class DeskAtOnce {
    final ImportFixture fixture;
    final ImportDesk desk;

    DeskAtOnce(TestDatabase database) {
        fixture = new ImportFixture(database);
        var jpa = fixture.members.store.jpa("members");
        var uploads = new Uploads();
        var job = new ImportJob(jpa, uploads, fixture.imports, fixture.members.clock);
        desk = new ImportDesk(jpa, uploads, new AtOnce(job), fixture.members.clock);
    }

    /** The file of those lines, checked. */
    Upload checked(String... lines) {
        var content = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        long id = desk.receive("members.csv", new ByteArrayInputStream(content), null, MembersFixture.NADIA)
                .id();
        desk.check(id, Options.USUAL, MembersFixture.NADIA);
        return desk.get(id, MembersFixture.NADIA);
    }

    /** The same, imported. */
    Upload imported(Upload checked) {
        desk.apply(checked.id(), Mode.GOOD_LINES, MembersFixture.NADIA);
        return desk.get(checked.id(), MembersFixture.NADIA);
    }

    private record AtOnce(ImportJob job) implements Jobs {
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
            job.run(new JobContext(MembersFixture.TODAY, Actor.job(name)));
        }
    }
}
