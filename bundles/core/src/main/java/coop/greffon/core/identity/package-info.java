/**
 * Who is asking, and what may they do. An account carries an opaque subject (the person, known to members) and roles; roles are sets
 * of permissions declared by bundles. Sessions live in the database, so that two nodes share them.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
