/**
 * What every bundle's entities share. {@link coop.greffon.core.persistence.Moments} is how an entity keeps an instant: JPA 2.2 knows
 * {@link java.time.OffsetDateTime} and not {@link java.time.Instant}.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
