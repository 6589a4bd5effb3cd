package coop.greffon.core.internal.journal;

import coop.greffon.core.identity.Actor;
import coop.greffon.core.internal.identity.Secrets;
import coop.greffon.core.internal.journal.JournalTable.Head;
import coop.greffon.core.internal.persistence.Sql;
import coop.greffon.core.journal.ChainState;
import coop.greffon.core.journal.Entry;
import coop.greffon.core.journal.EntryDraft;
import coop.greffon.core.journal.Journal;
import coop.greffon.core.journal.Verification;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Refused;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A journal in its two tables. */
final class TableJournal implements Journal {
    private static final int PAGE = 500;

    private final String name;
    private final JournalTable table;
    private final Seals seals;
    private final Sql sql;
    private final Clock clock;

    TableJournal(String module, String name, Seals seals, Sql sql, Clock clock) {
        this.name = module + "." + name;
        this.table = new JournalTable(module, name);
        this.seals = seals;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ChainState lock(String chain) {
        return sql.required(connection -> {
            Head head = table.lock(connection, chain);
            return new ChainState(head.length(), head.balance());
        });
    }

    @Override
    public List<Entry> append(List<EntryDraft> drafts) {
        return sql.required(connection -> {
            var chains = new TreeSet<String>();
            drafts.forEach(draft -> chains.add(draft.chain()));
            for (String chain : chains) {
                table.lock(connection, chain);
            }
            List<Entry> entries = new ArrayList<>();
            for (EntryDraft draft : drafts) {
                entries.add(append(connection, draft));
            }
            return entries;
        });
    }

    private Entry append(Connection connection, EntryDraft draft) throws SQLException {
        Optional<EntryRow> recorded = table.ofCause(connection, draft.causeKey());
        if (recorded.isPresent()) {
            if (!recorded.get().says(draft)) {
                throw new Refused(Text.of("core.journal.cause-taken", draft.causeKey()));
            }
            return recorded.get().view();
        }
        if (draft.reverses() != null) {
            requireReversible(connection, draft);
        }
        EntryRow row = row(draft, table.lock(connection, draft.chain()));
        table.append(connection, row);
        return row.view();
    }

    private void requireReversible(Connection connection, EntryDraft draft) throws SQLException {
        EntryRow reversed = table.at(connection, draft.chain(), draft.reverses())
                .orElseThrow(() -> new IllegalArgumentException("There is no such entry to reverse: " + draft));
        if (reversed.amount() != -draft.amount()) {
            throw new IllegalArgumentException("A reversal has the opposite amount: " + draft);
        }
        if (table.isReversed(connection, draft.chain(), draft.reverses())) {
            throw new IllegalArgumentException("It was reversed already: " + draft);
        }
    }

    private EntryRow row(EntryDraft draft, Head head) {
        String personal = draft.personal().isEmpty() ? null : Hashes.fields(draft.personal());
        String salt = personal == null ? null : Secrets.random();
        Actor by = draft.by();
        EntryRow row = new EntryRow(
                draft.chain(),
                head.length() + 1,
                draft.kind(),
                draft.effectiveAt(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                by.kind().name(),
                by.accountId(),
                // The name of a person would stay for ever; the account has it.
                by.kind() == Actor.Kind.ACCOUNT ? "" : by.label(),
                draft.causeKey(),
                draft.amount(),
                draft.reverses(),
                Hashes.fields(draft.facts()),
                personal,
                salt,
                personal == null ? null : Hashes.personal(salt, personal),
                head.hash(),
                "");
        return row.withHash(Hashes.of(name, row));
    }

    @Override
    public Optional<Entry> ofCause(String causeKey) {
        return sql.required(connection -> table.ofCause(connection, causeKey).map(EntryRow::view));
    }

    @Override
    public List<Entry> entries(String chain, long after, int most) {
        return sql.required(connection -> table.after(connection, chain, after, most).stream()
                .map(EntryRow::view)
                .toList());
    }

    @Override
    public Map<String, List<Entry>> whole(Collection<String> chains) {
        return sql.required(connection -> {
            Map<String, List<Entry>> whole = new HashMap<>();
            // What falls due on a day falls due for many, in the same words.
            Map<String, Map<String, String>> read = new HashMap<>();
            for (EntryRow row : table.whole(connection, chains)) {
                whole.computeIfAbsent(row.chain(), none -> new ArrayList<>())
                        .add(row.view(facts -> read.computeIfAbsent(facts, Hashes::fields)));
            }
            whole.values().forEach(entries -> entries.sort(Comparator.comparingLong(Entry::position)));
            return whole;
        });
    }

    @Override
    public List<String> chains(String after, int most) {
        return sql.required(connection -> table.chains(connection, after, most));
    }

    @Override
    public int erase(String chain, Predicate<Entry> which) {
        return sql.required(connection -> {
            int erased = 0;
            List<EntryRow> page = table.after(connection, chain, 0, PAGE);
            while (!page.isEmpty()) {
                for (EntryRow row : page) {
                    if (which.test(row.view())) {
                        erased += table.erase(connection, chain, row.position());
                    }
                }
                page = table.after(connection, chain, page.get(page.size() - 1).position(), PAGE);
            }
            return erased;
        });
    }

    @Override
    public Verification verify(String chain) {
        return sql.required(connection -> {
            var check = new ChainCheck(name, chain, seals.marks(connection, name, chain));
            Optional<Head> head = table.lockIfThere(connection, chain);
            List<EntryRow> page = table.after(connection, chain, 0, PAGE);
            while (!page.isEmpty() && check.accepts(page)) {
                page = table.after(connection, chain, page.get(page.size() - 1).position(), PAGE);
            }
            return check.finish(head.orElse(null));
        });
    }

    @Override
    public Optional<Text> verifySeals() {
        return sql.required(connection -> seals.verify(connection, name));
    }

    boolean seal() {
        return sql.required(connection -> {
            // In the order in which whoever appends to several locks them.
            List<Head> grown = table.grown(connection).stream()
                    .sorted(Comparator.comparing(Head::chain))
                    .toList();
            if (grown.isEmpty()) {
                return false;
            }
            seals.add(connection, name, grown);
            for (Head head : grown) {
                table.sealed(connection, head);
            }
            return true;
        });
    }
}
