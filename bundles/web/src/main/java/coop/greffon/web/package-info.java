/**
 * Pages and REST for every bundle. A bundle registers resources annotated with JAX-RS as DS components of type
 * {@link coop.greffon.web.WebResource}; a page method returns a {@link coop.greffon.web.Page}, a REST method a record.
 *
 * <pre>{@code
 * @Component(service = WebResource.class)
 * @Path("/members")
 * public final class MemberPages implements WebResource {
 *     @GET
 *     @RequiresPermission("members.member.list")
 *     public Page list(@Context Visit visit) {
 *         return Page.of(Text.of("members.list.title"), templates.list(visit, members.list()));
 *     }
 * }
 * }</pre>
 *
 * <p>A method without {@link coop.greffon.web.RequiresPermission}, {@link coop.greffon.web.SignedIn} or
 * {@link coop.greffon.web.Open} is refused to everybody.
 */
@Export
@Version("1.0.0")
package coop.greffon.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
