package coop.greffon.core.internal.signing;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.audit.FieldChange;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.signing.DetachedSignature;
import coop.greffon.core.signing.PublishedKey;
import coop.greffon.core.signing.Signing;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The instance's keys: public halves in the database and so in its backup, the private half in a file here and nowhere else.
 *
 * <p>Where the private half is not here, as after a restore on another machine, a new key is made; what the lost one signed stays signed.
 */
@Component(service = Signing.class, configurationPid = "coop.greffon.keys")
public final class InstanceSigning implements Signing {
    private static final Logger LOG = LoggerFactory.getLogger(InstanceSigning.class);

    /** What {@code etc/coop.greffon.keys.cfg} holds. */
    public @interface Place {
        /** Where private keys are kept; empty for the folder {@code signing} of Karaf's {@code etc}. */
        String folder() default "";
    }

    private final Sql sql;
    private final Audit audit;
    private final Clock clock;
    private final KeyFolder folder;
    private volatile InstanceKey current;

    @Activate
    public InstanceSigning(
            BundleContext context,
            Place place,
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Audit audit,
            @Reference Clock clock) {
        this(folderOf(context, place), jpa, audit, clock);
    }

    InstanceSigning(Path folder, JpaTemplate jpa, Audit audit, Clock clock) {
        this.sql = new Sql(jpa);
        this.audit = audit;
        this.clock = clock;
        this.folder = new KeyFolder(folder);
        this.current = held().orElseGet(this::makeFirst);
    }

    private static Path folderOf(BundleContext context, Place place) {
        return place.folder().isBlank()
                ? Path.of(context.getProperty("karaf.etc"), "signing")
                : Path.of(place.folder());
    }

    /** The newest key whose private half is here. */
    private Optional<InstanceKey> held() {
        return keys().stream()
                .flatMap(key -> folder.read(key.id()).map(secret -> new InstanceKey(key.id(), secret)).stream())
                .findFirst();
    }

    private InstanceKey makeFirst() {
        if (!keys().isEmpty()) {
            LOG.warn("The private key of this instance is not in its folder: a new one is made");
        }
        InstanceKey made = make(null);
        audit.record(Actor.host(), "core.audit.key-made", "core.key", made.id(), List.of());
        return made;
    }

    private InstanceKey make(InstanceKey former) {
        KeyPair pair = InstanceKey.generate();
        var key = new InstanceKey(InstanceKey.idOf(pair.getPublic()), pair.getPrivate());
        byte[] encoded = pair.getPublic().getEncoded();
        String endorsement = former == null ? null : former.sign(encoded).value();
        // The file first: a key that is published must be one that can sign. No caller's undoing may take the row away
        // from it.
        folder.write(key.id(), key.secret());
        sql.requiresNew(connection -> {
            Sql.update(
                    connection, "update greffon_core_key set retired_at = ? where retired_at is null", clock.instant());
            return Sql.update(
                    connection,
                    "insert into greffon_core_key (id, public_key, since, previous_id, endorsement) values (?, ?, ?, ?, ?)",
                    key.id(),
                    Base64.getEncoder().encodeToString(encoded),
                    clock.instant(),
                    former == null ? null : former.id(),
                    endorsement);
        });
        return key;
    }

    @Override
    public DetachedSignature sign(byte[] content) {
        return current.sign(content);
    }

    @Override
    public boolean verify(byte[] content, DetachedSignature signature) {
        return keys().stream()
                .filter(key -> key.id().equals(signature.keyId()))
                .anyMatch(key -> InstanceKey.verify(key.publicKey(), content, signature.value()));
    }

    @Override
    public List<PublishedKey> keys() {
        return sql.required(connection -> {
            try (PreparedStatement select = Sql.prepare(
                            connection,
                            "select id, public_key, since, retired_at, previous_id, endorsement from greffon_core_key"
                                    + " order by since desc, id");
                    ResultSet row = select.executeQuery()) {
                List<PublishedKey> keys = new ArrayList<>();
                while (row.next()) {
                    keys.add(new PublishedKey(
                            row.getString("id"),
                            row.getString("public_key"),
                            Sql.instant(row, "since"),
                            Sql.instant(row, "retired_at"),
                            row.getString("previous_id"),
                            row.getString("endorsement")));
                }
                return keys;
            }
        });
    }

    @Override
    public synchronized PublishedKey rotate(Actor by) {
        InstanceKey former = current;
        current = make(former);
        folder.delete(former.id());
        audit.record(
                by,
                "core.audit.key-rotated",
                "core.key",
                current.id(),
                List.of(new FieldChange("id", former.id(), current.id())));
        return keys().stream()
                .filter(key -> key.id().equals(current.id()))
                .findFirst()
                .orElseThrow();
    }
}
