/**
 * What every bundle's entities share.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
