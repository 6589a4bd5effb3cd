package coop.greffon.itests.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;

/** The console over ssh, as a person with a key to it uses it. */
final class Console implements AutoCloseable {
    private static final Duration SIGN_IN = Duration.ofSeconds(10);
    private static final int CONNECTIONS_TRIED = 20;

    private final SshClient client = SshClient.setUpDefaultClient();
    private final int port;
    private final ConsoleKey key;

    Console(int port, ConsoleKey key) {
        this.port = port;
        this.key = key;
        // The host key is made at the first start of the copy: nobody has seen it before.
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
    }

    /** Runs a command as one of the people of etc/keys.properties. */
    ConsoleAnswer run(String person, String command, Duration timeout) {
        try (ClientSession session = signIn(person)) {
            return run(session, command, timeout);
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
    }

    // While it boots, the container opens the port, closes it and opens it again, once per reading of its
    // configuration; and about one key exchange in 400 between two MINA never ends.
    private ClientSession signIn(String person) throws IOException {
        for (int tried = 1; ; tried++) {
            ClientSession session = null;
            try {
                session = client.connect(person, "127.0.0.1", port)
                        .verify(SIGN_IN)
                        .getSession();
                session.addPublicKeyIdentity(key.pair());
                session.auth().verify(SIGN_IN);
                return session;
            } catch (IOException refused) {
                if (session != null) {
                    session.close(true);
                }
                if (tried == CONNECTIONS_TRIED) {
                    throw refused;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while connecting to the console", e);
        }
    }

    private static ConsoleAnswer run(ClientSession session, String command, Duration timeout) throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ClientChannel channel = session.createExecChannel(command)) {
            channel.setOut(output);
            channel.setErr(output);
            channel.open().verify(SIGN_IN);
            Set<ClientChannelEvent> events = channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), timeout);
            String text = output.toString(StandardCharsets.UTF_8);
            if (events.contains(ClientChannelEvent.TIMEOUT)) {
                throw new IllegalStateException(command + " did not end within " + timeout + ":\n" + text);
            }
            Integer status = channel.getExitStatus();
            if (status == null) {
                throw new IOException("the console went before it said how the command ended:\n" + text);
            }
            return new ConsoleAnswer(text, status);
        }
    }

    @Override
    public void close() {
        client.stop();
    }
}
