package coop.greffon.itests.distribution;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The console over ssh, as a person with a key to it uses it. */
final class Console {
    private static final int TO_SIGN_IN = (int) TimeUnit.SECONDS.toMillis(10);
    private static final int CONNECTIONS_TRIED = 20;
    private static final int NOT_SAID = -1;

    private final int port;
    private final ConsoleKey key;

    Console(int port, ConsoleKey key) {
        this.port = port;
        this.key = key;
    }

    /** Runs a command as one of the people of etc/keys.properties. */
    ConsoleAnswer run(String person, String command, Duration timeout) {
        Session session = null;
        try {
            session = signIn(person);
            return run(session, command, timeout);
        } catch (IOException | JSchException e) {
            throw new UncheckedIOException(command, e instanceof IOException io ? io : new IOException(e));
        } finally {
            end(session);
        }
    }

    // While it boots, the container opens the port, closes it and opens it again, once per reading of its
    // configuration.
    private Session signIn(String person) throws JSchException {
        for (int tried = 1; ; tried++) {
            Session session = key.session(person, port);
            try {
                session.connect(TO_SIGN_IN);
                return session;
            } catch (JSchException refused) {
                end(session);
                if (tried == CONNECTIONS_TRIED) {
                    throw refused;
                }
                pause(100);
            }
        }
    }

    private static ConsoleAnswer run(Session session, String command, Duration timeout)
            throws IOException, JSchException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ChannelExec channel = (ChannelExec) session.openChannel("exec");
        channel.setCommand(command);
        channel.setOutputStream(output, true);
        channel.setErrStream(output, true);
        channel.connect(TO_SIGN_IN);
        long end = System.nanoTime() + timeout.toNanos();
        while (!channel.isClosed()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        command + " did not end within " + timeout + ":\n" + output.toString(StandardCharsets.UTF_8));
            }
            pause(5);
        }
        String text = output.toString(StandardCharsets.UTF_8);
        if (channel.getExitStatus() == NOT_SAID) {
            throw new IOException("the console went before it said how the command ended:\n" + text);
        }
        return new ConsoleAnswer(text, channel.getExitStatus());
    }

    private static void end(Session session) {
        if (session != null) {
            session.disconnect();
        }
    }

    private static void pause(int milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while at the console", e);
        }
    }
}
