package coop.greffon.core.internal.mail;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** No server is set. */
@Component(service = MailSettings.class)
public final class HostMailSettings implements MailSettings {
    @Override
    public Optional<MailServer> server() {
        return Optional.empty();
    }

    @Override
    public boolean demo() {
        return false;
    }
}
