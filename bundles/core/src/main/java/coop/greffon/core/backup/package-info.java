/**
 * Everything this instance holds, in one zip of open formats, made while people work, and put back exactly or not at all. {@code
 * docs/backup.md} describes the zip.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.backup;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
