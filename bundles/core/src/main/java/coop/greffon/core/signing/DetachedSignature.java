package coop.greffon.core.signing;

import java.util.Objects;

/**
 * A signature kept beside what it signs.
 *
 * @param keyId the key that made it
 * @param value 64 bytes of Ed25519 (RFC 8032) in Base64
 */
public record DetachedSignature(String keyId, String value) {
    public DetachedSignature {
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(value, "value");
    }
}
