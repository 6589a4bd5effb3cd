package coop.greffon.core.internal.signing;

import coop.greffon.core.audit.Audit;
import coop.greffon.core.signing.Signing;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.aries.jpa.template.JpaTemplate;

/** An instance's signing for tests of other packages. */
public final class InstanceSigningFixture {
    private InstanceSigningFixture() {}

    /** A key of its own in a folder. */
    public static Signing of(Path folder, JpaTemplate jpa, Audit audit, Clock clock) {
        return new InstanceSigning(folder, jpa, audit, clock);
    }
}
