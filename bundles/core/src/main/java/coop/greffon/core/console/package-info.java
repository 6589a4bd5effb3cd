/**
 * What commands print. Each command that lists something has {@code --output table|json|csv} and hands its rows to a
 * {@link coop.greffon.core.console.Listing}.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.console;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
