/**
 * What addresses for programs have in common. A resource takes what was sent through {@link coop.greffon.web.rest.Sent}, which refuses
 * what is missing or cannot be, naming the field:
 *
 * <pre>{@code
 * long writer = Sent.required("writer", Sent.body(entry).writer());
 * members.change(id, Sent.revision(ifMatch), Sent.body(details), visit.actor());
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.web.rest;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
