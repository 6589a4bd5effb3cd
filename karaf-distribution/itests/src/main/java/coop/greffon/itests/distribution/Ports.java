package coop.greffon.itests.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Two ports that were free a moment ago. */
record Ports(int http, int ssh) {
    static Ports free() {
        try (ServerSocket http = new ServerSocket(0);
                ServerSocket ssh = new ServerSocket(0)) {
            return new Ports(http.getLocalPort(), ssh.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
