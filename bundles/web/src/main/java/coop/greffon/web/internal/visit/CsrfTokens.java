package coop.greffon.web.internal.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The token that proves a form came from one of our own pages: a hash of the browser's secret.
 *
 * <p>Each page shows it under another mask. Pages are compressed and repeat what people type, and a token that stayed the same could be
 * guessed from the length of many answers.
 */
final class CsrfTokens {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LENGTH = 32;

    private CsrfTokens() {}

    /** The token as a page shows it. */
    static String shown(String secret) {
        byte[] shown = new byte[2 * LENGTH];
        byte[] mask = new byte[LENGTH];
        RANDOM.nextBytes(mask);
        byte[] token = token(secret);
        for (int index = 0; index < LENGTH; index++) {
            shown[index] = mask[index];
            shown[LENGTH + index] = (byte) (mask[index] ^ token[index]);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(shown);
    }

    /** Whether what a form sent back is the token of a secret. */
    static boolean fits(String sent, String secret) {
        byte[] shown;
        try {
            shown = Base64.getUrlDecoder().decode(sent);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        if (shown.length != 2 * LENGTH) {
            return false;
        }
        byte[] token = new byte[LENGTH];
        for (int index = 0; index < LENGTH; index++) {
            token[index] = (byte) (shown[index] ^ shown[LENGTH + index]);
        }
        return MessageDigest.isEqual(token, token(secret));
    }

    private static byte[] token(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(("csrf " + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
