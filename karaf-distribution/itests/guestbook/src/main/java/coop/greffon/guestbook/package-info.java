/**
 * A book in which members leave a word. {@link coop.greffon.guestbook.GuestBook} writes and reads it.
 *
 * <p>It is no bundle for a co-op but the smallest one that uses every part of the module contract: what tests add, upgrade and remove, and
 * what a contributor copies.
 */
@Export
@Version("1.0.0")
package coop.greffon.guestbook;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
