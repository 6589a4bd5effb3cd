package coop.greffon.core.internal.journal;

import coop.greffon.core.internal.journal.JournalTable.Head;
import coop.greffon.core.journal.Verification;
import coop.greffon.core.journal.Verification.Fault;
import coop.greffon.core.message.Text;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Walks along a chain and stops at the first thing that is wrong. */
final class ChainCheck {
    private final String journal;
    private final String chain;
    private final SortedMap<Long, String> sealed;
    private long length;
    private long balance;
    private String hash = Hashes.NOTHING;
    private Fault fault;

    /**
     * @param sealed the hashes that were signed, by length
     */
    ChainCheck(String journal, String chain, SortedMap<Long, String> sealed) {
        this.journal = journal;
        this.chain = chain;
        this.sealed = new TreeMap<>(sealed);
    }

    /**
     * Goes on with the next entries.
     *
     * @return whether nothing is wrong so far
     */
    boolean accepts(List<EntryRow> rows) {
        for (EntryRow row : rows) {
            String wrong = wrong(row);
            if (wrong != null) {
                fault = new Fault(length + 1, Text.of(wrong, length + 1));
                return false;
            }
            length = row.position();
            balance += row.amount();
            hash = row.hash();
        }
        return true;
    }

    private String wrong(EntryRow row) {
        if (row.position() != length + 1) {
            return "core.journal.fault.missing";
        } else if (!row.previousHash().equals(hash)) {
            return "core.journal.fault.link";
        } else if (!Hashes.of(journal, row).equals(row.hash())) {
            return "core.journal.fault.altered";
        } else if (!row.hasSoundPersonalFields()) {
            return "core.journal.fault.personal";
        }
        String signed = sealed.remove(row.position());
        return signed == null || signed.equals(row.hash()) ? null : "core.journal.fault.seal";
    }

    /**
     * Compares the end with what is said of it elsewhere.
     *
     * @param head the chain's own row, null where there is none
     */
    Verification finish(Head head) {
        if (fault == null) {
            fault = faultOfEnd(head);
        }
        return new Verification(chain, length, fault);
    }

    private Fault faultOfEnd(Head head) {
        if (!sealed.isEmpty() || head != null && head.length() > length) {
            return new Fault(length + 1, Text.of("core.journal.fault.missing", length + 1));
        }
        if (head == null && length > 0) {
            return new Fault(1, Text.of("core.journal.fault.head", 1L));
        }
        if (head != null && head.length() < length) {
            long added = head.length() + 1;
            length = head.length();
            return new Fault(added, Text.of("core.journal.fault.added", added));
        }
        if (head != null && (head.balance() != balance || !head.hash().equals(hash))) {
            return new Fault(length, Text.of("core.journal.fault.head", length));
        }
        return null;
    }
}
