package coop.greffon.core.internal.mail;

import coop.greffon.core.instance.Instance;
import coop.greffon.core.internal.mail.MailServer.Security;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mail server in the settings of the host. */
@Component(service = MailSettings.class)
public final class HostMailSettings implements MailSettings {
    private static final int TLS_FROM_THE_START = 465;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final Settings settings;
    private final Instance instance;
    private final Clock clock;

    @Activate
    public HostMailSettings(@Reference Settings settings, @Reference Instance instance, @Reference Clock clock) {
        this.settings = settings;
        this.instance = instance;
        this.clock = clock;
    }

    @Override
    public Optional<MailServer> server() {
        HostSettings host = settings.on(HostSettings.class, LocalDate.now(clock));
        Optional<URI> address = host.publicAddress();
        if (host.smtpHost().isBlank() || host.mailSender().isBlank() || address.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MailServer(
                host.smtpHost(),
                host.smtpPort(),
                security(host.smtpHost(), host.smtpPort()),
                host.smtpUser(),
                host.smtpPassword(),
                host.mailSender(),
                host.coopName(),
                address.get().toString().replaceFirst("/+$", "")));
    }

    /** What never leaves this machine may go in the clear; all else is kept private, as its port says. */
    static Security security(String host, int port) {
        if (port == TLS_FROM_THE_START) {
            return Security.TLS;
        }
        return THIS_MACHINE.contains(host) ? Security.NONE : Security.STARTTLS;
    }

    @Override
    public boolean demo() {
        return instance.demo();
    }
}
