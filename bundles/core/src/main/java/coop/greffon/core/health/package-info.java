/**
 * Whether bundles can do their work. One that may be up and still unable registers a {@link coop.greffon.core.health.HealthCheck} as an
 * OSGi service; the catalogue shows what it says beside the bundle's state.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
