package coop.greffon.core.internal.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** What is hashed, and how: {@code docs/journal.md} describes it for others. */
final class Hashes {
    /** What stands before the first entry. */
    static final String NOTHING = "0".repeat(64);

    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader FIELDS = JSON.readerForMapOf(String.class);

    private Hashes() {}

    /** The hash of an entry. */
    static String of(String journal, EntryRow row) {
        return sha256(json(Arrays.asList(
                journal,
                row.chain(),
                row.position(),
                row.kind(),
                micros(row.effectiveAt()),
                micros(row.recordedAt()),
                row.actorKind(),
                row.actorAccount(),
                row.actorLabel(),
                row.causeKey(),
                row.amount(),
                row.reverses(),
                row.facts(),
                row.personalDigest(),
                row.previousHash())));
    }

    static String personal(String salt, String personal) {
        return sha256(salt + personal);
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings and numbers are always writable", impossible);
        }
    }

    /** Fields as they are stored: names in order, so that equal fields are equal texts. */
    static String fields(SortedMap<String, String> fields) {
        return json(fields);
    }

    static Map<String, String> fields(String json) {
        try {
            Map<String, String> fields = FIELDS.readValue(json);
            return Map.copyOf(fields);
        } catch (JsonProcessingException altered) {
            // Reading must not fail on what verify is there to find.
            return Map.of();
        }
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
