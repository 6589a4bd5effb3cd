/**
 * The door, as seen by those who care: {@link coop.greffon.members.arrival.ArrivalListener} hears who comes,
 * {@link coop.greffon.members.arrival.DutyRoster} tells who is on duty. The bundle that opens the door and those that listen do not know
 * each other.
 */
@Export
@Version("1.0.0")
package coop.greffon.members.arrival;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
