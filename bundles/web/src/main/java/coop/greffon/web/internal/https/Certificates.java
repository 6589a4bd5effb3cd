package coop.greffon.web.internal.https;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates of a local authority: its own, and those it gives to this machine. */
final class Certificates {
    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    /** Longer than any tablet lasts: replacing it means visiting each of them. */
    private static final Duration AUTHORITY = Duration.ofDays(3650);
    /** What browsers accept at most of an authority that everybody knows; of ours they accept more. */
    private static final Duration SERVER = Duration.ofDays(397);
    /** A tablet whose clock is slow accepts it nevertheless. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Certificates() {}

    /** A new authority that vouches for machines, not for further authorities. */
    static KeyPairWithChain authority(String name, Instant now) {
        KeyPair pair = pair();
        var subject = new X500Principal("CN=" + escaped(name) + ",O=Greffon");
        var certificate = new JcaX509v3CertificateBuilder(
                subject,
                serial(),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(AUTHORITY)),
                subject,
                pair.getPublic());
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            certificate.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return new KeyPairWithChain(pair.getPrivate(), List.of(signed(certificate, pair)));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform makes such certificates", impossible);
        }
    }

    /**
     * A certificate for this machine.
     *
     * @param hosts the names and addresses under which it is reached, at least one
     */
    static KeyPairWithChain server(KeyPairWithChain authority, List<String> hosts, Instant now) {
        KeyPair pair = pair();
        var certificate = new JcaX509v3CertificateBuilder(
                authority.certificate(),
                serial(),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(SERVER)),
                new X500Principal("CN=" + escaped(hosts.get(0)) + ",O=Greffon"),
                pair.getPublic());
        var names = hosts.stream()
                .map(host -> new GeneralName(isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName, host))
                .toArray(GeneralName[]::new);
        try {
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            certificate.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            certificate.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            certificate.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.certificate()));
            X509Certificate own = signed(certificate, new KeyPair(null, authority.key()));
            return new KeyPairWithChain(pair.getPrivate(), List.of(own, authority.certificate()));
        } catch (IOException | GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform makes such certificates", impossible);
        }
    }

    /** Whether an authority vouches for a certificate. */
    static boolean isBy(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException notBy) {
            return false;
        }
    }

    /** The names and addresses a certificate is for. */
    static List<String> hosts(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream().map(name -> String.valueOf(name.get(1))).toList();
        } catch (GeneralSecurityException unreadable) {
            return List.of();
        }
    }

    /** The SHA-256 of a certificate, as browsers and tablets show it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** Whether a host is an address in digits and not a name. */
    static boolean isAddress(String host) {
        return host.contains(":") || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has this curve", impossible);
        }
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder certificate, KeyPair by)
            throws GeneralSecurityException {
        try {
            var signer = new JcaContentSignerBuilder(SIGNATURE).build(by.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
        } catch (OperatorCreationException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(0);
    }

    private static String escaped(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N} .:_-]", " ").strip();
        return plain.isEmpty() ? "greffon" : plain.substring(0, Math.min(60, plain.length()));
    }

    /** A host as certificates want it: in lower case. */
    static String plain(String host) {
        return host.strip().toLowerCase(Locale.ROOT);
    }
}
