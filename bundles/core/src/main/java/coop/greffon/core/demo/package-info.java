/**
 * The demo co-op. Each bundle tells its part of one story with a {@link coop.greffon.core.demo.DemoData}; the host lets them tell it once, on a
 * database that was made as a demo and on no other.
 *
 * <pre>{@code
 * @Component
 * public final class ShiftsOfTheDemo implements DemoData {
 *     public Set<String> after() {
 *         return Set.of("members");
 *     }
 *
 *     public void load(DemoCast cast) {
 *         ...
 *     }
 * }
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.core.demo;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
