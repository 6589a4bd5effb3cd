/**
 * What this instance vouches for. It has one Ed25519 key at a time; documents and the roots of journals carry a detached signature that
 * anybody can check with the public keys at {@code /api/core/v1/keys}, also after the key was replaced.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.signing;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
