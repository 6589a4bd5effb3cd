package coop.greffon.core.signing;

import coop.greffon.core.identity.Actor;
import java.util.List;

/** Signs in the name of this instance. Thread-safe. */
public interface Signing {
    /** Signs, with the key in use. */
    DetachedSignature sign(byte[] content);

    /**
     * Whether one of this instance's keys, past or present, signed exactly this.
     *
     * @return false too where the key is unknown or the signature is no signature
     */
    boolean verify(byte[] content, DetachedSignature signature);

    /** The public keys, newest first. */
    List<PublishedKey> keys();

    /** Takes a new key into use; the former one endorses it and is destroyed. */
    PublishedKey rotate(Actor by);
}
