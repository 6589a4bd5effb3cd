/**
 * Who changed what, when, from what to what.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
