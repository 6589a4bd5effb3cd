/**
 * Sentences for people, by key and language, read from every bundle's {@code GREFFON-INF/i18n/messages_*.properties}.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.message;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
