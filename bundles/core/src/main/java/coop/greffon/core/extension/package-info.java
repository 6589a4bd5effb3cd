/**
 * Meeting neighbours without knowing them. A bundle that asks keeps an {@link coop.greffon.core.extension.Extensions} of the
 * interface it asks through; a bundle that answers registers an OSGi service. Whoever is absent is simply not in the list.
 *
 * <pre>{@code
 * @Activate
 * MemberPages(BundleContext context) {
 *     this.panels = Extensions.of(context, MemberPanel.class);
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.core.extension;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
