package coop.greffon.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a TCP port that nothing listens on. */
final class FreePort {
    private static final int TRIED = 100;

    private FreePort() {}

    /**
     * Returns the given port, or the next one that is free.
     *
     * @param address the address to listen on, or null for all of them
     */
    static int from(int first, InetAddress address) {
        for (int port = first; port < first + TRIED; port++) {
            if (isFree(port, address)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + first + " and " + (first + TRIED - 1));
    }

    private static boolean isFree(int port, InetAddress address) {
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            return socket.isBound();
        } catch (IOException busy) {
            return false;
        }
    }
}
