package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.job.Job;
import coop.greffon.core.job.JobContext;
import coop.greffon.core.job.Schedule;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.Problem;
import coop.greffon.core.tabular.UnreadableTableException;
import coop.greffon.members.internal.importing.model.LinePlan;
import coop.greffon.members.internal.importing.run.ImportFile;
import coop.greffon.members.internal.importing.run.MemberImport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks and imports the files that wait for it, one after the other, and forgets old ones. What a stopped node left half-way is begun again, once. */
@Component(service = Job.class)
public final class ImportJob implements Job {
    static final String NAME = "members.job.import";

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int BATCH = 250;
    private static final int MOST_ATTEMPTS = 2;

    private final JpaTemplate jpa;
    private final Uploads uploads;
    private final MemberImport imports;
    private final Clock clock;

    @Activate
    public ImportJob(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Uploads uploads,
            @Reference MemberImport imports,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.uploads = uploads;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(PAUSE);
    }

    @Override
    public Text run(JobContext context) {
        forgetExpired();
        int done = 0;
        for (var next = waiting(); next.isPresent(); next = waiting()) {
            work(next.get());
            done++;
        }
        return done == 0 ? null : Text.of("members.job.import.done", done);
    }

    private void forgetExpired() {
        jpa.tx(
                TransactionType.Required,
                em -> em.createQuery("delete from StoredUpload u where u.expiresAt < :now")
                        .setParameter("now", Moments.stored(clock.instant()))
                        .executeUpdate());
    }

    private Optional<StoredUpload> waiting() {
        return jpa.txExpr(
                TransactionType.Required,
                em -> em.createQuery(
                                "select u from StoredUpload u where u.state in :busy order by u.id", StoredUpload.class)
                        .setParameter("busy", List.of(UploadState.CHECKING, UploadState.APPLYING))
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst());
    }

    private void work(StoredUpload upload) {
        if (upload.attempts() >= MOST_ATTEMPTS) {
            fail(upload, Text.of("members.import.interrupted"));
            return;
        }
        change(upload, StoredUpload::attempt);
        try {
            Path copy = jpa.txExpr(TransactionType.Required, em -> uploads.copy(em, upload.id()));
            Uploads.deleting(copy, path -> {
                var file = new ImportFile(path, upload.name(), upload.mapping(), upload.options());
                if (upload.state() == UploadState.CHECKING) {
                    check(upload, file);
                } else {
                    apply(upload, file);
                }
                return null;
            });
        } catch (UnreadableTableException unreadable) {
            fail(upload, unreadable.title());
        } catch (Problem refused) {
            fail(
                    upload,
                    refused.errors().isEmpty()
                            ? refused.title()
                            : refused.errors().get(0).message());
        } catch (RuntimeException | Error broken) {
            LOG.error(
                    "The file {} of {} could not be imported",
                    upload.name(),
                    upload.owner().label(),
                    broken);
            fail(upload, Text.of("members.import.broken"));
            if (broken instanceof Error error) {
                throw error;
            }
        }
    }

    private void check(StoredUpload upload, ImportFile file) {
        report(table -> {
            table.clear(upload.id());
            return null;
        });
        var batch = new ArrayList<LineReport>();
        Consumer<LinePlan> taker = plan -> {
            batch.add(LineReport.of(plan));
            if (batch.size() == BATCH) {
                store(upload, batch);
            }
        };
        imports.check(file, taker, (done, all) -> change(upload, stored -> stored.comeTo(done, all)));
        store(upload, batch);
        var counts = report(table -> table.counts(upload.id()));
        change(upload, stored -> stored.checked(counts, clock.instant()));
    }

    private void apply(StoredUpload upload, ImportFile file) {
        imports.apply(
                file,
                upload.mode(),
                plan -> {},
                (done, all) -> change(upload, stored -> stored.comeTo(done, all)),
                upload.owner());
        change(upload, stored -> stored.applied(clock.instant()));
    }

    private void store(StoredUpload upload, List<LineReport> batch) {
        report(table -> {
            table.add(upload.id(), batch);
            return null;
        });
        batch.clear();
    }

    private <T> T report(Uploads.ReportWork<T> work) {
        return jpa.txExpr(TransactionType.Required, em -> uploads.report(em, work));
    }

    private void fail(StoredUpload upload, Text why) {
        change(upload, stored -> stored.end(UploadState.FAILED, why, clock.instant()));
    }

    /** In a short transaction, so that whoever watches sees it at once; a file that was forgotten meanwhile is let go. */
    private void change(StoredUpload upload, Consumer<StoredUpload> change) {
        jpa.tx(TransactionType.Required, em -> {
            var stored = em.find(StoredUpload.class, upload.id());
            if (stored != null) {
                change.accept(stored);
            }
        });
    }
}
