package coop.greffon.itests.distribution;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.Session;
import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * A key to the console, made for one copy of the distribution.
 *
 * @param secret the private half, as a PEM file holds it
 * @param publicKey the public half as etc/keys.properties wants it: the second word of an OpenSSH line
 */
record ConsoleKey(byte[] secret, String publicKey) {
    static ConsoleKey generate() {
        try {
            KeyPair pair = KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256);
            ByteArrayOutputStream secret = new ByteArrayOutputStream();
            pair.writePrivateKey(secret);
            return new ConsoleKey(secret.toByteArray(), Base64.getEncoder().encodeToString(pair.getPublicKeyBlob()));
        } catch (JSchException e) {
            throw new IllegalStateException("every JDK has this curve", e);
        }
    }

    /** A session of somebody who has this key, not connected yet. */
    Session session(String person, int port) throws JSchException {
        JSch client = new JSch();
        client.addIdentity(person, secret, null, null);
        Session session = client.getSession(person, "127.0.0.1", port);
        // The host key is made at the first start of the copy: nobody has seen it before.
        session.setConfig("StrictHostKeyChecking", "no");
        session.setConfig("PreferredAuthentications", "publickey");
        return session;
    }
}
