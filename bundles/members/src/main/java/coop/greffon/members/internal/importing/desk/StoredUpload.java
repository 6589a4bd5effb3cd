package coop.greffon.members.internal.importing.desk;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Text;
import coop.greffon.core.persistence.Moments;
import coop.greffon.members.internal.importing.columns.ColumnMapping;
import coop.greffon.members.internal.importing.run.FileZone;
import coop.greffon.members.internal.importing.run.ImportFile.Options;
import coop.greffon.members.internal.importing.run.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;

/** A file that somebody sent; its bytes are kept apart. */
@Entity
@Table(name = "greffon_members_import")
public class StoredUpload {
    private static final Duration KEPT = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "import")
    @SequenceGenerator(name = "import", sequenceName = "greffon_members_import_seq", allocationSize = 50)
    private Long id;

    @Column(name = "owner_account")
    private Long ownerAccount;

    @Column(name = "owner_device")
    private Long ownerDevice;

    @Enumerated(EnumType.STRING)
    @Column(name = "owner_kind")
    private Actor.Kind ownerKind;

    @Column(name = "owner_label")
    private String ownerLabel;

    @Column(name = "request_key")
    private String requestKey;

    private String name;

    @Column(name = "size_bytes")
    private long size;

    private String sha256;

    @Enumerated(EnumType.STRING)
    private UploadState state;

    @Enumerated(EnumType.STRING)
    private Mode mode;

    @Column(name = "program_accounts")
    private boolean programAccounts;

    @Column(name = "refuse_lines")
    private boolean refuseLines;

    private boolean organisations;

    @Column(name = "time_zone")
    private String timeZone;

    private String mapping;

    @Column(name = "lines_done")
    private int linesDone;

    @Column(name = "lines_all")
    private int linesAll;

    private int attempts;
    private String counts;
    private String message;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "ended_at")
    private OffsetDateTime endedAt;

    @Column(name = "expires_at")
    private OffsetDateTime expiresAt;

    protected StoredUpload() {}

    StoredUpload(String name, Actor owner, String requestKey, Instant now) {
        this.name = name;
        this.ownerAccount = owner.accountId();
        this.ownerDevice = owner.deviceId();
        this.ownerKind = owner.kind();
        this.ownerLabel = owner.label();
        this.requestKey = requestKey;
        this.sha256 = "";
        this.state = UploadState.CHOOSING;
        this.mapping = UploadJson.mapping(ColumnMapping.NONE);
        this.createdAt = Moments.stored(now);
        this.expiresAt = Moments.stored(now.plus(KEPT));
    }

    void received(long bytes, String digest) {
        this.size = bytes;
        this.sha256 = digest;
    }

    void choose(ColumnMapping chosen) {
        this.mapping = UploadJson.mapping(chosen);
        this.state = UploadState.CHOOSING;
    }

    void awaitCheck(Options options) {
        this.programAccounts = options.withProgramAccounts();
        this.refuseLines = options.refuseLinesWithErrors();
        this.organisations = options.organisationsAreMembers();
        this.timeZone = options.fileZone() == null ? null : options.fileZone().getId();
        await(UploadState.CHECKING);
    }

    void awaitImport(Mode chosen) {
        this.mode = chosen;
        await(UploadState.APPLYING);
    }

    private void await(UploadState busy) {
        this.state = busy;
        this.linesDone = 0;
        this.linesAll = 0;
        this.attempts = 0;
        this.message = null;
    }

    /** Counts a check or an import that is begun. */
    void attempt() {
        this.attempts++;
    }

    void comeTo(int done, int all) {
        this.linesDone = done;
        this.linesAll = all;
    }

    void checked(Map<LineKind, Integer> found, Instant now) {
        this.counts = UploadJson.counts(found);
        end(UploadState.CHECKED, null, now);
    }

    void applied(Instant now) {
        end(UploadState.APPLIED, null, now);
    }

    void end(UploadState ended, Text why, Instant now) {
        this.state = ended;
        this.message = ReportJson.write(why);
        this.endedAt = Moments.stored(now);
    }

    boolean isOf(Actor actor) {
        return owner().ownerKey().equals(actor.ownerKey());
    }

    boolean isExpired(Instant now) {
        return Moments.instant(expiresAt).isBefore(now);
    }

    Actor owner() {
        return new Actor(ownerKind, ownerAccount, ownerDevice, ownerLabel);
    }

    long id() {
        return id;
    }

    String name() {
        return name;
    }

    String sha256() {
        return sha256;
    }

    UploadState state() {
        return state;
    }

    /** How often the check or import that is awaited was begun. */
    int attempts() {
        return attempts;
    }

    Mode mode() {
        return mode;
    }

    ColumnMapping mapping() {
        return UploadJson.mapping(mapping);
    }

    Options options() {
        return new Options(programAccounts, refuseLines, organisations, FileZone.of(timeZone));
    }

    Upload view() {
        return new Upload(
                id,
                name,
                size,
                state,
                mode,
                options(),
                linesDone,
                linesAll,
                UploadJson.counts(counts),
                ReportJson.text(message),
                Moments.instant(createdAt),
                Moments.instant(endedAt),
                Moments.instant(expiresAt));
    }
}
