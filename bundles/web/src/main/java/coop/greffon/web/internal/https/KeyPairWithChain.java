package coop.greffon.web.internal.https;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificates that vouch for it.
 *
 * @param key the private key
 * @param chain its own certificate first, then those that signed it; at least one
 */
record KeyPairWithChain(PrivateKey key, List<X509Certificate> chain) {
    KeyPairWithChain {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }
}
