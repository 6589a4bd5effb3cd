/**
 * The people of a co-op. {@link coop.greffon.members.Members} finds and keeps them; other bundles hold a member's id and ask here for the
 * rest. {@link coop.greffon.members.Cards}, {@link coop.greffon.members.Households} and {@link coop.greffon.members.ContactPersons} say
 * what they carry and whom they belong to.
 *
 * <pre>{@code
 * NewMember ines = NewMember.of(
 *         MemberDraft.person("Inès", "Marchand").withNumber("128"),
 *         new StatusDraft(MemberStatus.MEMBER, LocalDate.of(2023, 3, 4), null));
 * Member member = members.create(ines, by);
 * members.list(MemberFilter.query("mar in"), MemberOrder.NAME, 0, 25);
 * }</pre>
 *
 * <p>Bundles that point to members register a {@link coop.greffon.members.MemberMerge} and, where something may stand in the way of
 * leaving, a {@link coop.greffon.members.Resignation}.
 */
@Export
@Version("1.0.0")
package coop.greffon.members;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
