package coop.greffon.core.signing;

import java.time.Instant;

/**
 * A public key of this instance.
 *
 * @param id the first 16 hexadecimal digits of the SHA-256 of the public key
 * @param publicKey the key as X.509 in Base64
 * @param since when it was made
 * @param retiredAt when another took its place, null for the one in use; what it signed before stays signed
 * @param previousId the key it took the place of, null for the first one and where the former was lost
 * @param endorsement the former key's signature of this public key, in Base64; null where there is none
 */
public record PublishedKey(
        String id, String publicKey, Instant since, Instant retiredAt, String previousId, String endorsement) {}
