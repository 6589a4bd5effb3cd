package coop.greffon.members.internal.importing.plan;

import java.util.Arrays;

/**
 * The first record that carries each key, in a dozen bytes a key: an import of 50,000 lines must hardly take more memory
 * than one of 5,000, which maps of texts would. Keys are hashes of 64 bits; that two of 100,000 be equal by chance is a
 * matter of one in a billion.
 */
final class CompactIndex {
    static final int NONE = -1;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** One place in so many stays free, or keys would be far from their places. */
    private static final int FULL = 5;

    private long[] keys = new long[1024];
    private int[] records = new int[1024];
    private int size;

    CompactIndex() {
        Arrays.fill(records, NONE);
    }

    /** A key for the texts together; never 0. */
    static long key(String... texts) {
        long hash = OFFSET;
        for (var text : texts) {
            for (int index = 0; index < text.length(); index++) {
                hash = (hash ^ text.charAt(index)) * PRIME;
            }
            hash = (hash ^ 0x1F) * PRIME;
        }
        hash ^= hash >>> 32;
        hash *= 0x9E3779B97F4A7C15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    /** The record put for the key, or {@link #NONE}. */
    int get(long key) {
        return records[place(key)];
    }

    /** Puts the record for the key unless one is there; answers the one that is there now. */
    int putFirst(long key, int record) {
        int place = place(key);
        if (records[place] == NONE) {
            put(key, record);
        }
        return get(key);
    }

    /** Puts the record for the key, in place of any other. */
    void put(long key, int record) {
        if ((size + 1L) * FULL > keys.length * (FULL - 1L)) {
            grow();
        }
        int place = place(key);
        if (records[place] == NONE) {
            size++;
        }
        keys[place] = key;
        records[place] = record;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) key & mask;
        while (records[place] != NONE && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        var formerKeys = keys;
        var formerRecords = records;
        keys = new long[formerKeys.length * 2];
        records = new int[keys.length];
        Arrays.fill(records, NONE);
        for (int place = 0; place < formerKeys.length; place++) {
            if (formerRecords[place] != NONE) {
                int free = place(formerKeys[place]);
                keys[free] = formerKeys[place];
                records[free] = formerRecords[place];
            }
        }
    }
}
