package coop.greffon.core.internal.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The digest of a table's rows in any order: the sum, modulo 2 to the 256, of the SHA-256 of each row as a JSON array of texts.
 *
 * <p>Databases sort texts each in their own way, so a digest that hung on the order would differ between two that hold the same.
 */
final class RowDigest {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final MessageDigest sha256 = sha256();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Takes a row in; its texts may be null. */
    void add(List<String> row) {
        try {
            sum = sum.add(new BigInteger(1, sha256.digest(JSON.writeValueAsBytes(row))))
                    .mod(MODULUS);
            rows++;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts are always writable", impossible);
        }
    }

    long rows() {
        return rows;
    }

    /** 64 hexadecimal digits. */
    String value() {
        return String.format("%064x", sum);
    }
}
