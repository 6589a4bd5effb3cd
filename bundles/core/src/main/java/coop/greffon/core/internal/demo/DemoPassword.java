package coop.greffon.core.internal.demo;

import coop.greffon.core.internal.identity.CommonPasswords;
import java.security.SecureRandom;

/** Passwords drawn by lot and easy to copy from a screen to a phone. */
final class DemoPassword {
    /** Neither 1, i, l nor 0, o: 31 signs, so that 12 of them hold 59 bits. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 3;
    private static final int GROUP = 4;

    private DemoPassword() {}

    /** Drawn again in the rare case that it looks like one that people choose. */
    static String drawn(SecureRandom random) {
        String password;
        do {
            password = once(random);
        } while (CommonPasswords.isOne(password));
        return password;
    }

    private static String once(SecureRandom random) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
