/**
 * May this person shop now? Each bundle answers what it knows through {@link coop.greffon.members.admission.AdmissionRule}: members the
 * status, shifts the standing, wallet the balance. {@link coop.greffon.members.admission.Admission} asks them all; the door and the till
 * show what it says.
 *
 * <pre>{@code
 * Decision decision = admission.decide(memberId, clock.instant());
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.members.admission;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
