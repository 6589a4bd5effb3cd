package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.job.Jobs;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.InvalidInput;
import coop.greffon.core.problem.NotFound;
import coop.greffon.core.problem.Refused;
import coop.greffon.core.tabular.UnreadableTableException;
import coop.greffon.members.internal.importing.columns.Assignment;
import coop.greffon.members.internal.importing.input.Table;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.Mode;
import coop.greffon.members.internal.importing.store.TagMemory;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where people bring files of members: sent, their columns chosen, checked, imported. Each sees their own files only, for some days.
 * Checks and imports are done by {@link ImportJob}.
 */
@Component(service = ImportDesk.class)
public final class ImportDesk {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KEY = 100;

    private final JpaTemplate jpa;
    private final Uploads uploads;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public ImportDesk(
            @Reference(target = "(osgi.unit.name=members)") JpaTemplate jpa,
            @Reference Uploads uploads,
            @Reference Jobs jobs,
            @Reference Clock clock) {
        this.jpa = jpa;
        this.uploads = uploads;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Takes a file. One of tags is learnt at once.
     *
     * @param name what the file is called where it comes from
     * @param requestKey a key of the caller's own: sent again with the same key and content, the first file is answered; null for none
     * @throws InvalidInput where it is empty, too large or no table; the field is {@code file}
     */
    public Upload receive(String name, InputStream content, String requestKey, Actor by) {
        String file = shortened(name);
        String key = requestKey == null ? null : ownKey(requestKey, by);
        // Who sends slowly holds no connection to the database meanwhile.
        return Uploads.deleting(Uploads.received(content), copy -> store(file, copy, requestKey, key, by));
    }

    private Upload store(String file, Path content, String requestKey, String key, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var known = key == null ? List.<StoredUpload>of() : known(em, key);
            var upload = new StoredUpload(file, by, known.isEmpty() ? key : null, clock.instant());
            em.persist(upload);
            em.flush();
            var received = uploads.write(em, upload.id(), content);
            upload.received(received.size(), received.sha256());
            if (!known.isEmpty()) {
                em.remove(upload);
                return repeated(known.get(0), received.sha256(), requestKey);
            }
            understand(em, upload);
            return upload.view();
        });
    }

    /** Of two requests with the same key at once, the second waits here until the first one is done. */
    private List<StoredUpload> known(EntityManager em, String key) {
        String lock = "import:" + key;
        em.createNativeQuery("insert into greffon_members_request (request_key, content_hash, received_at)"
                        + " values (?1, '', ?2) on conflict do nothing")
                .setParameter(1, lock)
                .setParameter(2, Moments.stored(clock.instant()))
                .executeUpdate();
        em.createNativeQuery("select request_key from greffon_members_request where request_key = ?1 for update")
                .setParameter(1, lock)
                .getSingleResult();
        return em.createQuery("select u from StoredUpload u where u.requestKey = :key", StoredUpload.class)
                .setParameter("key", key)
                .getResultList();
    }

    private static String shortened(String name) {
        String plain = name == null || name.isBlank() ? "?" : name.strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    private static String ownKey(String requestKey, Actor by) {
        if (requestKey.isBlank() || requestKey.length() > LONGEST_KEY) {
            throw new InvalidInput(
                    FieldError.of("Idempotency-Key", requestKey, Text.of("members.request.key", LONGEST_KEY)));
        }
        return by.ownerKey() + ":" + requestKey;
    }

    private static Upload repeated(StoredUpload known, String sha256, String requestKey) {
        if (!known.sha256().equals(sha256)) {
            throw new InvalidInput(
                    FieldError.of("Idempotency-Key", requestKey, Text.of("members.request.other-content")));
        }
        return known.view();
    }

    /** Tags are learnt; of members, the columns are taken for what they were the last time. */
    private void understand(EntityManager em, StoredUpload upload) {
        try {
            uploads.read(em, upload.id(), upload.name(), file -> {
                var tags = new TagMemory(jpa).learn(Table.of(file));
                if (tags.isPresent()) {
                    var learnt = Text.of("members.import.tags.learnt", tags.getAsInt());
                    upload.end(UploadState.TAGS, learnt, clock.instant());
                } else {
                    upload.choose(new ColumnMemory(em).recall(file.header()));
                }
                return null;
            });
        } catch (UnreadableTableException unreadable) {
            throw new InvalidInput(FieldError.of("file", upload.name(), unreadable.title()));
        }
    }

    /** The files somebody sent, newest first. */
    public List<Upload> of(Actor by) {
        return jpa.txExpr(
                TransactionType.Supports,
                em -> em.createQuery("select u from StoredUpload u order by u.id desc", StoredUpload.class)
                        .getResultStream()
                        .filter(upload -> upload.isOf(by) && !upload.isExpired(clock.instant()))
                        .map(StoredUpload::view)
                        .toList());
    }

    /**
     * A file.
     *
     * @throws NotFound where there is none of that id, or it is somebody else's
     */
    public Upload get(long id, Actor by) {
        var upload = jpa.txExpr(TransactionType.Supports, em -> find(em, id, by).view());
        if (upload.state().isBusy() && upload.linesAll() == 0) {
            // The job may have looked for work just before there was any.
            wake(by);
        }
        return upload;
    }

    private StoredUpload find(EntityManager em, long id, Actor by) {
        return find(em, id, LockModeType.NONE, by);
    }

    private StoredUpload find(EntityManager em, long id, LockModeType lock, Actor by) {
        var upload = em.find(StoredUpload.class, id, lock);
        if (upload == null || !upload.isOf(by) || upload.isExpired(clock.instant())) {
            throw new NotFound(Text.of("members.import.upload.unknown"));
        }
        return upload;
    }

    /** The columns of a file, with what stands in them. */
    public FileColumns columns(long id, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            var upload = find(em, id, by);
            return uploads.read(em, id, upload.name(), file -> FileColumns.of(file, upload.mapping()));
        });
    }

    /**
     * Says what a column means, for this file and for the next one with the same headings.
     *
     * @param index its place, the first being 0
     * @throws NotFound where there is no such column
     * @throws Refused where the file is being checked or imported
     */
    public void choose(long id, int index, Assignment assignment, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            var upload = idle(em, id, by);
            uploads.read(em, id, upload.name(), file -> {
                if (index < 0
                        || index >= file.header().size()
                        || file.header().get(index).isBlank()) {
                    throw new NotFound(Text.of("members.import.column.unknown"));
                }
                var mapping = upload.mapping().with(file.header().get(index), assignment);
                upload.choose(mapping);
                new ColumnMemory(em).remember(file.header(), mapping);
                return null;
            });
        });
    }

    private StoredUpload idle(EntityManager em, long id, Actor by) {
        var upload = find(em, id, LockModeType.PESSIMISTIC_WRITE, by);
        if (upload.state().isBusy()) {
            throw new Refused(Text.of("members.import.busy"));
        }
        if (upload.state() == UploadState.APPLIED || upload.state() == UploadState.TAGS) {
            throw new Refused(Text.of("members.import.over"));
        }
        return upload;
    }

    /**
     * Has every line looked at, in the background.
     *
     * @throws InvalidInput where the columns allow no import
     * @throws Refused where it is being done
     */
    public void check(long id, Options options, Actor by) {
        var faults = columns(id, by).faults();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults.stream()
                    .map(fault -> new FieldError("columns", null, fault.why(), fault.advice()))
                    .toList());
        }
        jpa.tx(TransactionType.Required, em -> idle(em, id, by).awaitCheck(options));
        wake(by);
    }

    /**
     * Has the lines imported, in the background. Asked again for what was imported, it does nothing.
     *
     * @throws Refused where it was not checked, brings nothing, or all was wanted and something is refused
     */
    public void apply(long id, Mode mode, Actor by) {
        boolean awaited = jpa.txExpr(TransactionType.Required, em -> {
            if (find(em, id, LockModeType.PESSIMISTIC_WRITE, by).state() == UploadState.APPLIED) {
                return false;
            }
            var stored = idle(em, id, by);
            var upload = stored.view();
            if (upload.state() != UploadState.CHECKED) {
                throw new Refused(Text.of("members.import.unchecked"));
            } else if (!upload.bringsSomething()) {
                throw new Refused(Text.of("members.import.nothing-to-do"));
            } else if (mode == Mode.ALL && upload.hasErrors()) {
                throw new Refused(Text.of("members.import.has-errors"));
            }
            stored.awaitImport(mode);
            return true;
        });
        if (awaited) {
            wake(by);
        }
    }

    private void wake(Actor by) {
        try {
            jobs.runNow(ImportJob.NAME, by);
        } catch (Refused runsAlready) {
            // It looks for more work before it ends; whoever watches this file wakes it again if not.
            return;
        }
    }

    /** Forgets a file that is not being worked on. */
    public void forget(long id, Actor by) {
        jpa.tx(TransactionType.Required, em -> {
            var upload = find(em, id, LockModeType.PESSIMISTIC_WRITE, by);
            if (upload.state().isBusy()) {
                throw new Refused(Text.of("members.import.busy"));
            }
            em.remove(upload);
        });
    }

    /**
     * Lines of the report, in the order of the file.
     *
     * @param kind which ones, null for all
     */
    public List<LineReport> lines(long id, LineKind kind, int skip, int most, Actor by) {
        return jpa.txExpr(TransactionType.Required, em -> {
            find(em, id, by);
            return uploads.report(em, table -> table.page(id, kind, skip, most));
        });
    }

    /** Reads a file for as long as the work takes, beside the lines of which something is refused; the work is in no transaction. */
    public void faulty(long id, Actor by, FaultyLines.Work work) {
        String name = get(id, by).name();
        Path copy = jpa.txExpr(TransactionType.Required, em -> uploads.copy(em, id));
        Uploads.reading(copy, name, file -> {
            work.on(new FaultyLines(file, from -> faulty(id, from)));
            return null;
        });
    }

    private List<LineReport> faulty(long id, long fromLine) {
        return jpa.txExpr(
                TransactionType.Required,
                em -> uploads.report(em, table -> table.faulty(id, fromLine, FaultyLines.AT_ONCE)));
    }
}
