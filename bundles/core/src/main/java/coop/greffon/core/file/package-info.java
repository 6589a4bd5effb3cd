/**
 * Photos and documents, in the database and in its backup. A file belongs to a module and has a key within it; its kind is told by its
 * content, never by its name.
 *
 * <pre>{@code
 * FileDraft draft = new FileDraft("members", "member/128/photo", "photo.jpg", FileRule.PHOTO);
 * StoredFile photo = files.put(draft, upload);
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.core.file;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
