/**
 * The work of members: who owes how much, who did it, and what follows from that. Co-ops count in different ways; each way is a set of
 * rules, which the page of rules tells in plain words.
 *
 * <p>Whoever knows of shifts meets this bundle on a floor below: at the door through the extension points of members, on pages through
 * those of web. Nothing here is imported by a neighbour.
 */
@Export
@Version("1.0.0")
package coop.greffon.shifts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
