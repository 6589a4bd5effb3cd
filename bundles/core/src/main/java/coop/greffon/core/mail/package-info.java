/**
 * Letters to people. A bundle writes a letter within the transaction of the fact that causes it; it goes out after the commit, and only
 * then.
 *
 * <pre>{@code
 * Letter letter = Letter.to(new Recipient(subject, "Inès Marchand", "ines@example.org", Locale.FRENCH), Text.of("members.activation.title"))
 *         .paragraph(Text.of("members.activation.intro"))
 *         .link(Text.of("members.activation.open"), "/activate/" + secret);
 * outbox.send(letter, "members.activation/" + memberId + "/" + requestId);
 * }</pre>
 *
 * <p>A bundle declares its letters in {@code module.json}; the co-op may then have them say its own words (see {@link
 * coop.greffon.core.mail.Letters}). A letter belongs to the declaration whose id, with {@code .title}, is the key of its title.
 */
@Export
@Version("1.1.0")
package coop.greffon.core.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
