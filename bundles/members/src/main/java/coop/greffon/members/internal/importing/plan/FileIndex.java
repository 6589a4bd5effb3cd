package coop.greffon.members.internal.importing.plan;

import coop.greffon.members.MemberKind;
import coop.greffon.members.internal.importing.cells.NameLexicon;
import coop.greffon.members.internal.importing.cells.ReadLine;
import coop.greffon.members.internal.importing.model.MemberDetails;
import coop.greffon.members.internal.importing.model.NameKeys;
import coop.greffon.members.internal.importing.model.PostalAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a first reading of the whole file leaves in memory: enough to find parents that stand below their children, and
 * what is given twice. Records are numbered from 0 in the order of the file.
 */
final class FileIndex {
    static final int NONE = CompactIndex.NONE;
    static final int AMBIGUOUS = -2;
    static final int LOOP = -3;

    private static final int DEEPEST = 20;
    private static final byte ORGANISATION = 1;
    private static final byte ADDRESS = 2;
    private static final byte PARENT_BY_NAME = 4;

    private final NameLexicon lexicon;
    private final CompactIndex byRecordId = new CompactIndex();
    private final CompactIndex byIdentifier = new CompactIndex();
    private final CompactIndex byDisplayName = new CompactIndex();
    private final CompactIndex byNumber = new CompactIndex();
    private final CompactIndex byCard = new CompactIndex();
    private final CompactIndex byPerson = new CompactIndex();
    private int size;
    private long[] lines = new long[1024];
    private byte[] flags = new byte[1024];
    private int[] nextOfName = new int[1024];
    private long[] parents = new long[1024];
    private long[] addresses = new long[1024];
    private long[] vats = new long[1024];

    FileIndex(NameLexicon lexicon) {
        this.lexicon = lexicon;
    }

    void add(ReadLine line) {
        if (size == lines.length) {
            grow();
        }
        int record = size++;
        var details = line.details();
        boolean organisation = details.naming().kind() == MemberKind.ORGANISATION;
        lines[record] = line.lines().first();
        flags[record] = (byte) ((organisation ? ORGANISATION : 0) | (line.isAddress() ? ADDRESS : 0));
        addresses[record] = addressKey(details.contact().address());
        vats[record] = CompactIndex.key(
                line.parent() == null ? details.profile().vat() : line.parent().vat());
        addParent(record, line);
        addKeys(record, line);
        learnName(line);
    }

    private void addParent(int record, ReadLine line) {
        var parent = line.parent();
        if (parent == null) {
            return;
        }
        if (parent.identifier().isEmpty()) {
            parents[record] = CompactIndex.key(parent.name());
            flags[record] |= PARENT_BY_NAME;
        } else {
            parents[record] = CompactIndex.key(parent.identifier());
        }
    }

    private void addKeys(int record, ReadLine line) {
        var identity = line.details().identity();
        if (line.own() != null) {
            byRecordId.putFirst(recordKey(line.own().id()), record);
        }
        if (!identity.externalId().isEmpty()) {
            byIdentifier.putFirst(CompactIndex.key(identity.externalId()), record);
        }
        nextOfName[record] = NONE;
        if (!line.displayName().isEmpty()) {
            long name = CompactIndex.key(line.displayName());
            nextOfName[record] = byDisplayName.get(name);
            byDisplayName.put(name, record);
        }
        identity.cards().forEach(card -> byCard.putFirst(CompactIndex.key(card), record));
        if (!identity.number().isEmpty()) {
            addNumber(record, CompactIndex.key(identity.number()));
        }
        if (!line.isAddress()) {
            personKeys(line).forEach(key -> byPerson.putFirst(key, record));
        }
    }

    /** Suppliers have references of another series: a member's number goes first, wherever it stands. */
    private void addNumber(int record, long number) {
        int first = byNumber.putFirst(number, record);
        if (isOrganisation(first) && !isOrganisation(record)) {
            byNumber.put(number, record);
        }
    }

    private void learnName(ReadLine line) {
        var naming = line.details().naming();
        if (naming.kind() == MemberKind.PERSON && line.nameUndivided()) {
            lexicon.learn(line.label());
        } else if (!naming.given().isEmpty() && !naming.family().isEmpty()) {
            lexicon.learn(naming.given(), naming.family());
        }
    }

    /**
     * What the same person on another line would share: the name and a mail address, or else all that is known. A line of our own
     * export names its record, and twins their own each.
     */
    private static List<Long> personKeys(ReadLine line) {
        var details = line.details();
        var name = nameKey(details);
        if (name.isEmpty() || line.own() != null) {
            return List.of();
        }
        var keys = new ArrayList<Long>();
        details.contact().mails().forEach(mail -> keys.add(CompactIndex.key(name, mail)));
        if (keys.isEmpty() && isWithoutKey(details)) {
            var contact = details.contact();
            var phone =
                    contact.phones().isEmpty() ? "" : contact.phones().get(0).digits();
            keys.add(CompactIndex.key(
                    name,
                    "",
                    String.valueOf(details.profile().birthDate()),
                    phone,
                    contact.address().toString()));
        }
        return keys;
    }

    /** Whether neither external identifier nor number tells the record from a namesake. */
    static boolean isWithoutKey(MemberDetails details) {
        return details.identity().externalId().isEmpty()
                && details.identity().number().isEmpty();
    }

    static String nameKey(MemberDetails details) {
        return NameKeys.of(details.naming().display());
    }

    private static long addressKey(PostalAddress address) {
        return CompactIndex.key(address.street(), address.street2(), address.zip(), address.city(), address.country());
    }

    private void grow() {
        int length = size * 2;
        lines = Arrays.copyOf(lines, length);
        flags = Arrays.copyOf(flags, length);
        nextOfName = Arrays.copyOf(nextOfName, length);
        parents = Arrays.copyOf(parents, length);
        addresses = Arrays.copyOf(addresses, length);
        vats = Arrays.copyOf(vats, length);
    }

    /** Number of records in the file. */
    int size() {
        return size;
    }

    long lineOf(int record) {
        return lines[record];
    }

    boolean isOrganisation(int record) {
        return (flags[record] & ORGANISATION) != 0;
    }

    boolean hasParent(int record) {
        return parents[record] != 0;
    }

    boolean sameAddress(int one, int other) {
        return addresses[one] == addresses[other];
    }

    private static long recordKey(long id) {
        return CompactIndex.key(Long.toString(id));
    }

    int firstWithRecordId(long id) {
        return byRecordId.get(recordKey(id));
    }

    int firstWithIdentifier(String identifier) {
        return byIdentifier.get(CompactIndex.key(identifier));
    }

    /** The record that may keep the number. */
    int ownerOfNumber(String number) {
        return byNumber.get(CompactIndex.key(number));
    }

    int firstWithCard(String card) {
        return byCard.get(CompactIndex.key(card));
    }

    /** The first record that seems to be about the same person; the record itself if there is none before. */
    int firstOfPerson(ReadLine line, int record) {
        return personKeys(line).stream().mapToInt(byPerson::get).min().orElse(record);
    }

    /**
     * The person or organisation at the top of those the record belongs to, in case children have children.
     *
     * @return its number, or {@link #NONE} if the file does not have it, {@link #AMBIGUOUS} or {@link #LOOP}
     */
    int topOf(int record) {
        int top = record;
        for (int level = 0; level < DEEPEST && hasParent(top); level++) {
            int parent = parentOf(top);
            if (parent < 0) {
                return top == record ? parent : top;
            }
            top = parent;
        }
        return hasParent(top) ? LOOP : top;
    }

    private int parentOf(int record) {
        if ((flags[record] & PARENT_BY_NAME) == 0) {
            return byIdentifier.get(parents[record]);
        }
        int best = NONE;
        int bestLikeness = -1;
        for (int candidate = byDisplayName.get(parents[record]); candidate != NONE; candidate = nextOfName[candidate]) {
            if (candidate != record && (flags[candidate] & ADDRESS) == 0) {
                int likeness = likeness(record, candidate);
                best = likeness == bestLikeness ? AMBIGUOUS : likeness > bestLikeness ? candidate : best;
                bestLikeness = Math.max(likeness, bestLikeness);
            }
        }
        return best;
    }

    /** Of several parents of that name, it is the one whose address and VAT number Odoo copied to the child. */
    private int likeness(int child, int candidate) {
        return (addresses[child] == addresses[candidate] ? 2 : 0) + (vats[child] == vats[candidate] ? 1 : 0);
    }
}
