package coop.greffon.core.setting;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of the host itself. */
@ObjectClassDefinition
public interface HostSettings {
    /** The co-op's name, which every page and mail carries. */
    @AttributeDefinition(defaultValue = "Greffon", max = "80")
    String coopName();

    /** Where the co-op's days begin and end, as {@link java.time.ZoneId} knows it. */
    @AttributeDefinition(defaultValue = "Europe/Paris")
    @SettingFormat(SettingType.ZONE)
    String timeZone();

    /** The language of whoever has chosen none. */
    @AttributeDefinition(defaultValue = "fr")
    Locale language();

    /** The address people type to come here, with which links in mails begin; empty where only this machine is served. */
    @AttributeDefinition(required = false)
    Optional<URI> publicAddress();

    /** The address mails come from; empty where none are sent. */
    @AttributeDefinition(required = false)
    @SettingFormat(SettingType.MAIL)
    String mailSender();

    /** The server that takes our mails; empty where none are sent. */
    @AttributeDefinition(required = false, max = "253")
    String smtpHost();

    /** Its port. */
    @AttributeDefinition(defaultValue = "587", min = "1", max = "65535")
    int smtpPort();

    /** The name we sign in to it with; empty where it asks for none. */
    @AttributeDefinition(required = false, max = "254")
    String smtpUser();

    /** The password we sign in to it with. */
    @AttributeDefinition(required = false, type = AttributeType.PASSWORD, max = "254")
    String smtpPassword();
}
