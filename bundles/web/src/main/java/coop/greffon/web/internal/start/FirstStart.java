package coop.greffon.web.internal.start;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;
import coop.greffon.core.identity.Accounts;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.OneTimeLinks;
import coop.greffon.core.identity.OneTimeLinks.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.servlet.Servlet;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.runtime.HttpServiceRuntime;

/**
 * Lets the first person in. Where nobody administers yet, a link that works once is printed on the console and kept in a file that only
 * its owner can read; it never enters the log.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    private static final Duration VALIDITY = Duration.ofHours(24);
    private static final String PASSWORD_VARIABLE = "GREFFON_ADMIN_PASSWORD";
    private static final String ADMINISTRATOR = "admin";

    private final Accounts accounts;
    private final OneTimeLinks links;
    private final Path folder;

    @Activate
    public FirstStart(
            BundleContext context,
            @Reference Accounts accounts,
            @Reference OneTimeLinks links,
            @Reference HttpServiceRuntime runtime,
            @Reference(target = "(osgi.http.whiteboard.servlet.name=greffon)") Servlet front)
            throws IOException {
        this.accounts = accounts;
        this.links = links;
        this.folder = Path.of(context.getProperty("karaf.data"), "greffon");
        Files.createDirectories(folder);
        String address = Address.of(runtime);
        List<String> lines = new ArrayList<>(List.of(address));
        if (!accounts.anyWithRole(Account.ADMIN)) {
            lines.addAll(letIn(address));
        }
        announce(lines);
    }

    private List<String> letIn(String address) throws IOException {
        String password = System.getenv(PASSWORD_VARIABLE);
        if (password != null && !password.isBlank()) {
            Account account = accounts.create(
                    new AccountDraft(null, ADMINISTRATOR, Locale.FRENCH, Set.of(ADMINISTRATOR), Set.of(Account.ADMIN)),
                    Actor.host());
            accounts.setPassword(account.id(), password, Actor.host());
            return List.of();
        }
        String link = address + "setup/" + links.issue(Purpose.SETUP, null, VALIDITY);
        write("setup-link.txt", List.of(link));
        return List.of(link);
    }

    private void announce(List<String> lines) throws IOException {
        write("ready.txt", lines);
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
