/**
 * Registers that only grow. A bundle keeps money, points or passages in a journal: entries in chains, one chain per account or device,
 * each entry holding the hash of the one before. What was altered behind our back shows, and at which entry.
 *
 * <p>A journal is two tables of the bundle's own migration, named {@code greffon_<module>_<name>} and
 * {@code greffon_<module>_<name>_chain}; {@code docs/journal.md} has their definition and that of the hash.
 *
 * <pre>{@code
 * Journal entries = journals.of("wallet", "entry");
 * ChainState account = entries.lock("account/128");
 * if (account.balance() + amount < 0) {
 *     throw new Refused(Text.of("wallet.account.short"));
 * }
 * entries.append(EntryDraft.of("account/128", "purchase", at, till, "till/4/ticket/981", amount)
 *         .fact("till", "4")
 *         .personal("buyer", "member/128"));
 * }</pre>
 */
@Export
@Version("1.0.0")
package coop.greffon.core.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
