package coop.greffon.core.internal.signing;

import coop.greffon.core.signing.DetachedSignature;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** A private key and the name of its public half. */
record InstanceKey(String id, PrivateKey secret) {
    private static final String ALGORITHM = "Ed25519";
    private static final int ID_DIGITS = 16;

    /** A new pair. */
    static KeyPair generate() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Java 17 has Ed25519", impossible);
        }
    }

    static String idOf(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    DetachedSignature sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(content);
            return new DetachedSignature(id, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("An Ed25519 key signs anything", impossible);
        }
    }

    /** Whether the private half of a public key made a signature. */
    static boolean verify(String publicKey, byte[] content, String value) {
        try {
            byte[] encoded = Base64.getDecoder().decode(publicKey);
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(content);
            return signature.verify(Base64.getDecoder().decode(value));
        } catch (SignatureException | IllegalArgumentException noSignature) {
            return false;
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException("greffon_core_key was altered by hand", damaged);
        }
    }
}
