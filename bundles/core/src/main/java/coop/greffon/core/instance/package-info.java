/**
 * Which installation this is, and its time. The mark <em>demo</em> is set when a database is made and never changes, so that a co-op's
 * own database can never be treated as one.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.instance;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
