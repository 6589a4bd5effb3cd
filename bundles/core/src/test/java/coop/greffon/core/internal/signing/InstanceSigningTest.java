package coop.greffon.core.internal.signing;

import static org.assertj.core.api.Assertions.assertThat;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.audit.JpaAudit;
import coop.greffon.core.signing.DetachedSignature;
import coop.greffon.core.signing.PublishedKey;
import coop.greffon.testing.AdjustableClock;
import coop.greffon.testing.TestDatabase;
import coop.greffon.testing.TestStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceSigningTest {
    private static final byte[] RECEIPT = "41,50 EUR".getBytes(StandardCharsets.UTF_8);
    private static final byte[] FORGED = "14,50 EUR".getBytes(StandardCharsets.UTF_8);

    private final AdjustableClock clock = AdjustableClock.at("2026-11-21T09:00:00Z");

    @TempDir
    private Path temporary;

    private Path folder;
    private TestStore store;

    private InstanceSigning start(TestDatabase database) {
        store = database.fresh();
        folder = temporary.resolve("signing");
        return restart();
    }

    private InstanceSigning restart() {
        return new InstanceSigning(folder, store.jpa("core"), new JpaAudit(store.jpa("core"), clock), clock);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSignatureHoldsForWhatWasSignedAndNothingElse(TestDatabase database) {
        InstanceSigning signing = start(database);

        DetachedSignature signature = signing.sign(RECEIPT);

        assertThat(signing.verify(RECEIPT, signature)).isTrue();
        assertThat(signing.verify(FORGED, signature)).isFalse();
        assertThat(signing.verify(RECEIPT, new DetachedSignature("0123456789abcdef", signature.value())))
                .isFalse();
        assertThat(signing.verify(RECEIPT, new DetachedSignature(signature.keyId(), "no signature")))
                .isFalse();
        assertThat(signing.verify(RECEIPT, new DetachedSignature(signature.keyId(), "")))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theKeyOutlivesARestartInAFileThatOnlyItsOwnerReads(TestDatabase database) throws IOException {
        InstanceSigning signing = start(database);
        DetachedSignature signature = signing.sign(RECEIPT);

        InstanceSigning restarted = restart();

        assertThat(restarted.verify(RECEIPT, signature)).isTrue();
        assertThat(restarted.sign(RECEIPT)).isEqualTo(signature);
        assertThat(files()).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @EnumSource
    void aNewKeyIsEndorsedByTheFormerWhoseSignaturesStayGood(TestDatabase database) throws IOException {
        InstanceSigning signing = start(database);
        DetachedSignature before = signing.sign(RECEIPT);
        clock.advance(Duration.ofDays(365));

        PublishedKey made = signing.rotate(Actor.console());

        DetachedSignature after = signing.sign(RECEIPT);
        assertThat(after.keyId()).isEqualTo(made.id()).isNotEqualTo(before.keyId());
        assertThat(signing.verify(RECEIPT, before)).isTrue();
        assertThat(signing.verify(RECEIPT, after)).isTrue();
        assertThat(made.previousId()).isEqualTo(before.keyId());
        assertThat(signing.verify(
                        Base64.getDecoder().decode(made.publicKey()),
                        new DetachedSignature(before.keyId(), made.endorsement())))
                .isTrue();
        assertThat(signing.keys()).extracting(PublishedKey::id).containsExactly(made.id(), before.keyId());
        assertThat(signing.keys().get(1).retiredAt()).isEqualTo("2027-11-21T09:00:00Z");
        assertThat(files()).as("the former private key is destroyed").hasSize(1);
        assertThat(restart().sign(RECEIPT)).isEqualTo(after);
    }

    @ParameterizedTest
    @EnumSource
    void aLostKeyIsReplacedWithoutAnEndorsement(TestDatabase database) throws IOException {
        InstanceSigning signing = start(database);
        DetachedSignature before = signing.sign(RECEIPT);
        Files.delete(files().get(0));

        InstanceSigning restarted = restart();

        assertThat(restarted.sign(RECEIPT).keyId()).isNotEqualTo(before.keyId());
        assertThat(restarted.verify(RECEIPT, before)).isTrue();
        assertThat(restarted.keys().get(0).endorsement()).isNull();
    }
}
