/**
 * The people of a co-op. {@link coop.greffon.members.Members} finds them; other bundles hold a member's id and ask here for the rest.
 */
@Export
@Version("1.0.0")
package coop.greffon.members;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
