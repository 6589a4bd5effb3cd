/**
 * What the co-op holds of a person, and why. Each bundle that stores people registers a {@link coop.greffon.core.privacy.PersonalData};
 * {@link coop.greffon.core.privacy.PersonalArchive} asks them all, hands the person one zip, or erases.
 *
 * <p>A person is named by the subject of accounts, such as {@code member/128}: opaque to all but the bundle that knows people.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.privacy;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
