/**
 * The ways a request may be refused. Each {@link coop.greffon.core.problem.Problem} carries message keys, never sentences: pages,
 * REST and the console put them in the language of whoever reads.
 */
@Export
@Version("1.0.0")
package coop.greffon.core.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
