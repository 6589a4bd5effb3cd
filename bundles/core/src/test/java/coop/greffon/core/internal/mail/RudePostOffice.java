package coop.greffon.core.internal.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server that answers one command otherwise than it should, and accepts all else. */
final class RudePostOffice implements AutoCloseable {
    private final ServerSocket socket;
    private final String command;
    private final String answer;

    private RudePostOffice(ServerSocket socket, String command, String answer) {
        this.socket = socket;
        this.command = command;
        this.answer = answer;
    }

    /**
     * Opens one.
     *
     * @param command the command answered otherwise, a point for the end of a letter
     * @param answer what it is answered, null for hanging up
     */
    static RudePostOffice answering(String command, String answer) throws IOException {
        var office = new RudePostOffice(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), command, answer);
        Thread clerk = new Thread(office::serve, "rude-post-office");
        clerk.setDaemon(true);
        clerk.start();
        return office;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket client = socket.accept()) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 here");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                data = false;
                if (line.startsWith(command)) {
                    if (answer == null) {
                        return;
                    }
                    say(client, answer);
                } else if (line.equals("DATA")) {
                    data = true;
                    say(client, "354 go on");
                } else {
                    say(client, "250 fine");
                }
            }
        } catch (IOException gone) {
            // The client hung up, or the test is over: both end the conversation.
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
