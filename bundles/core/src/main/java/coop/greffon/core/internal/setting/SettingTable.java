package coop.greffon.core.internal.setting;

import coop.greffon.core.internal.persistence.Apart;
import coop.greffon.core.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The dated rows of core's table, kept in memory: they are few and each request asks.
 *
 * <p>Another node may write too, so every few seconds one reader counts the rows; the others go on with what they know. It reads in a
 * transaction of its own, so that what somebody has not committed never becomes everybody's.
 */
@Component(service = {Settings.class, SettingTable.class})
public final class SettingTable implements Settings {
    private static final long REMEMBERED = Duration.ofSeconds(5).toNanos();

    private final JpaTemplate jpa;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile Snapshot snapshot;
    private volatile boolean ended;

    @Activate
    public SettingTable(@Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa) {
        this.jpa = jpa;
    }

    /** Nothing is read any more: a restore still says how it went, in the co-op's words, after it has begun everything anew. */
    @Deactivate
    void end() {
        ended = true;
    }

    @Override
    public <T> T on(Class<T> declaration, LocalDate day) {
        return declaration.cast(Declaration.of(declaration).on(day, snapshot()));
    }

    @Override
    public List<LocalDate> changes(Class<?> declaration) {
        return snapshot().changes(Declaration.of(declaration).module());
    }

    @Override
    public Settings asKnown(Instant until) {
        return new SettingsAsKnown(snapshot().until(until));
    }

    /** What was set, as it is known now. */
    Snapshot snapshot() {
        Snapshot known = snapshot;
        if (known != null && (ended || System.nanoTime() - lookedAt.get() < REMEMBERED)) {
            return known;
        }
        if (known == null) {
            reading.lock();
        } else if (!reading.tryLock()) {
            return known;
        }
        try {
            return look();
        } finally {
            reading.unlock();
        }
    }

    /** Makes the next reader look at the table: something was written here. */
    void written() {
        lookedAt.set(System.nanoTime() - REMEMBERED);
    }

    private Snapshot look() {
        long before = System.nanoTime();
        long seen = lookedAt.get();
        Snapshot known = snapshot;
        Snapshot read = Apart.from(() -> read(known));
        snapshot = read;
        // What was written meanwhile may not have been read: then the next reader looks again.
        lookedAt.compareAndSet(seen, before);
        return read;
    }

    private Snapshot read(Snapshot known) {
        return jpa.txExpr(TransactionType.Required, em -> {
            long size = em.createQuery("select count(s) from StoredSetting s", Long.class)
                    .getSingleResult();
            if (known != null && known.size() == size) {
                return known;
            }
            Map<Long, String> secrets = em.createQuery("select s from StoredSecret s", StoredSecret.class)
                    .getResultStream()
                    .collect(Collectors.toMap(StoredSecret::settingId, StoredSecret::content));
            List<Snapshot.Row> rows = em.createQuery(
                            "select s from StoredSetting s order by s.recordedAt, s.id", StoredSetting.class)
                    .getResultStream()
                    .map(stored -> row(stored, secrets))
                    .toList();
            return new Snapshot(rows);
        });
    }

    private static Snapshot.Row row(StoredSetting stored, Map<Long, String> secrets) {
        String text = stored.content() == null ? secrets.get(stored.id()) : stored.content();
        return new Snapshot.Row(
                stored.module(),
                stored.name(),
                stored.validFrom(),
                stored.isWithdrawn(),
                text,
                stored.view().recordedAt());
    }
}
