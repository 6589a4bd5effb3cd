package coop.greffon.core.internal.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane), which the hash carries with it.
 *
 * <p>Two at once are what a small heap bears and a small machine can compute; whoever waits longer than five seconds for that is asked to
 * try again.
 */
final class Passwords {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    static final int AT_ONCE = 2;
    static final Turns TURNS = new Turns(AT_ONCE, Duration.ofSeconds(5));
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = TURNS.take(() -> derive(password, salt, MEMORY_KIB, PASSES, LANES));
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY_KIB, PASSES, LANES, encode(salt), encode(hash));
    }

    static boolean matches(String password, String stored) {
        String[] parts = stored.split("\\$");
        String[] costs = parts[3].split(",");
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = TURNS.take(() -> derive(password, salt, cost(costs[0]), cost(costs[1]), cost(costs[2])));
        return MessageDigest.isEqual(expected, actual);
    }

    private static int cost(String assignment) {
        return Integer.parseInt(assignment.substring(2));
    }

    private static byte[] derive(String password, byte[] salt, int memoryKib, int passes, int lanes) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
