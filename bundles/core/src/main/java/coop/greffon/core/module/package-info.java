/**
 * What a bundle declares of itself in {@code GREFFON-INF/module.json}, and in which state the host holds it.
 *
 * <p>A module is one bundle with a {@code Greffon-Module} header. The host reads its files even when the bundle cannot start, so that
 * people see a greyed menu entry and the reason instead of a page that is gone.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
