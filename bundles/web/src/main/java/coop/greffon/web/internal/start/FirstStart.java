package coop.greffon.web.internal.start;

import coop.greffon.core.demo.Demo;
import coop.greffon.core.demo.DemoSignIn;
import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.InvalidInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.runtime.HttpServiceRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the first person in. Where nobody administers yet, a link that works once is printed on the console and kept in a file that only
 * its owner can read; on a demo, so are the people one may sign in as. None of it enters the log.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    private static final Duration VALIDITY = Duration.ofHours(24);
    private static final String PASSWORD_VARIABLE = "GREFFON_ADMIN_PASSWORD";
    private static final String ADMINISTRATOR = "admin";
    private static final String READY = "ready.txt";
    private static final String USUAL_ADDRESS = "http://localhost:8181/";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Messages messages;
    private final String address;
    private final Path folder;
    private final String password;

    @Activate
    public FirstStart(
            BundleContext context,
            @Reference Accounts accounts,
            @Reference OneTimeLinks links,
            @Reference Messages messages,
            @Reference Demo demo,
            @Reference(service = HttpServiceRuntime.class) Map<String, Object> server,
            @Reference(target = "(osgi.http.whiteboard.servlet.name=greffon)") Servlet front) {
        this(
                accounts,
                links,
                messages,
                Address.of(server).orElseGet(() -> lastAnnounced(folder(context))),
                folder(context),
                System.getenv(PASSWORD_VARIABLE));
        demo.signIns().thenAccept(this::welcome).exceptionally(FirstStart::report);
    }

    FirstStart(Accounts accounts, OneTimeLinks links, Messages messages, String address, Path folder, String password) {
        this.accounts = accounts;
        this.links = links;
        this.messages = messages;
        this.address = address;
        this.folder = folder;
        this.password = password;
    }

    void welcome(List<DemoSignIn> cast) {
        try {
            Files.createDirectories(folder);
            List<String> lines = new ArrayList<>(List.of(address));
            cast.forEach(person -> lines.add(line(person)));
            if (!accounts.anyWithRole(Account.ADMIN)) {
                lines.addAll(letIn());
            }
            announce(lines);
        } catch (IOException diskFails) {
            throw new UncheckedIOException(diskFails);
        }
    }

    private String line(DemoSignIn person) {
        Locale language = Locale.getDefault();
        String who = messages.text(language, person.who());
        return messages.text(language, "web.start.demo-sign-in", person.name(), who, person.login(), person.password());
    }

    private static Path folder(BundleContext context) {
        return Path.of(context.getProperty("karaf.data"), "greffon");
    }

    /** What was announced before the server opened its ports anew, such as after HTTPS was turned on. */
    static String lastAnnounced(Path folder) {
        Path ready = folder.resolve(READY);
        try (Stream<String> lines = Files.exists(ready) ? Files.lines(ready) : Stream.empty()) {
            return lines.findFirst().orElse(USUAL_ADDRESS);
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", ready, unreadable.toString());
            return USUAL_ADDRESS;
        }
    }

    private static Void report(Throwable impossible) {
        LOG.error("Nobody could be told where the pages are", impossible);
        return null;
    }

    private List<String> letIn() throws IOException {
        List<String> lines = new ArrayList<>();
        if (password != null && !password.isBlank()) {
            Optional<Text> refusal = administrator();
            if (refusal.isEmpty()) {
                return lines;
            }
            lines.add(messages.text(
                    Locale.getDefault(), Text.of("web.start.password-refused", PASSWORD_VARIABLE, refusal.get())));
        }
        String link = address + "setup/" + links.issue(Purpose.SETUP, null, VALIDITY);
        write("setup-link.txt", List.of(link));
        lines.add(link);
        return lines;
    }

    /** Makes the administrator that the environment asks for; answers why not. */
    private Optional<Text> administrator() {
        try {
            accounts.create(
                    new AccountDraft(null, ADMINISTRATOR, Locale.FRENCH, Set.of(ADMINISTRATOR), Set.of(Account.ADMIN)),
                    password,
                    Actor.host());
            return Optional.empty();
        } catch (InvalidInput refused) {
            return Optional.of(refused.errors().get(0).message());
        }
    }

    private void announce(List<String> lines) throws IOException {
        write(READY, lines);
        // The console, not the log: a log is copied, kept and sent around.
        lines.forEach(System.out::println);
    }

    private void write(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(file, lines);
    }
}
