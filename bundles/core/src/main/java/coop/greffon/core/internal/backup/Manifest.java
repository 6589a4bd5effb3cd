package coop.greffon.core.internal.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a backup says of itself.
 *
 * @param format {@value #FORMAT}
 * @param module the module it is an archive of, null for a backup of everything
 * @param madeAt the instant whose state it is, in ISO 8601
 * @param database where it was made: {@code H2} or {@code PostgreSQL}
 * @param migrations the migrations each module had applied
 * @param tables its tables, in an order in which they can be filled
 * @param sequences the next value of each sequence
 * @param entries the SHA-256 of each other entry of the zip
 */
record Manifest(
        String format,
        String module,
        String madeAt,
        String database,
        SortedMap<String, SortedSet<String>> migrations,
        List<Table> tables,
        SortedMap<String, Long> sequences,
        SortedMap<String, String> entries) {
    static final String FORMAT = "greffon-backup-1";
    static final String ENTRY = "manifest.json";
    static final String DIGEST_ENTRY = "manifest.sha256";
    /** Where photos and documents are, each named by its id and what it is. */
    static final String FILES = "files/";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A table.
     *
     * @param name its name; its entry is {@code tables/<name>.csv}
     * @param columns its columns, in the order of the CSV
     * @param rows how many rows
     * @param digest the digest of its rows: see {@link RowDigest}
     */
    record Table(String name, List<Column> columns, long rows, String digest) {
        String entry() {
            return entryOf(name);
        }

        static String entryOf(String name) {
            return "tables/" + name + ".csv";
        }
    }

    /** A column and what it holds. */
    record Column(String name, ColumnKind kind) {}

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of texts and numbers are always writable", impossible);
        }
    }

    static Manifest read(byte[] json) throws IOException {
        return JSON.readValue(json, Manifest.class);
    }
}
