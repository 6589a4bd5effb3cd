package coop.greffon.itests.distribution;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** A key to the console, made for one copy of the distribution. */
record ConsoleKey(KeyPair pair) {
    static ConsoleKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new ConsoleKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has this curve", e);
        }
    }

    /** The public half as etc/keys.properties wants it: the second word of an OpenSSH line. */
    String publicKey() {
        String line = PublicKeyEntry.toString(pair.getPublic());
        return line.substring(line.indexOf(' ') + 1);
    }
}
