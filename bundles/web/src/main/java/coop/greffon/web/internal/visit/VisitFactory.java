package coop.greffon.web.internal.visit;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Device;
import coop.greffon.core.identity.Devices;
import coop.greffon.core.identity.Permissions;
import coop.greffon.core.identity.SignIn;
import coop.greffon.core.message.Messages;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.Visit;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who asks, what they may do and in which language to answer. */
@Component(service = VisitFactory.class)
public final class VisitFactory {
    private static final String THEME = "greffon_theme";
    /** The cookie of a language chosen before signing in. */
    public static final String LANGUAGE = "greffon_language";

    private static final String SECRET = VisitFactory.class.getName() + ".secret";
    private static final int ONE_DAY = 86_400;

    private final SignIn signIn;
    private final Devices devices;
    private final Permissions permissions;
    private final Messages messages;
    private final Settings settings;
    private final Clock clock;

    @Activate
    public VisitFactory(
            @Reference SignIn signIn,
            @Reference Devices devices,
            @Reference Permissions permissions,
            @Reference Messages messages,
            @Reference Settings settings,
            @Reference Clock clock) {
        this.signIn = signIn;
        this.devices = devices;
        this.permissions = permissions;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /** The visit that a request is. */
    public Visit of(HttpServletRequest request, HttpServletResponse response) {
        String session = Credentials.session(request);
        Account account = session == null ? null : signIn.resume(session).orElse(null);
        // A person who signs in on a device asks as that person.
        String token = account == null ? Credentials.device(request) : null;
        Device device = token == null ? null : devices.resume(token).orElse(null);
        String secret = account != null ? session : device != null ? token : visitor(request, response);
        request.setAttribute(SECRET, secret);
        return visit(request, account, device, language(request, account), CsrfTokens.shown(secret));
    }

    /** The visit that a request is as long as nobody is looked up: it may do nothing and nothing was read for it. */
    public Visit ofStranger(HttpServletRequest request) {
        return visit(request, null, null, preferred(request).orElse(Locale.FRENCH), "");
    }

    private Visit visit(HttpServletRequest request, Account account, Device device, Locale language, String csrf) {
        return new Visit(
                account,
                device,
                rights(account, device),
                language,
                messages,
                clock,
                csrf,
                request.getPathInfo() == null ? "/" : request.getPathInfo(),
                query(request.getQueryString()),
                theme(request));
    }

    private Set<String> rights(Account account, Device device) {
        if (account != null) {
            return permissions.of(account);
        }
        return device == null ? Set.of() : permissions.of(device);
    }

    /**
     * Whether a form came from one of our own pages.
     *
     * @param sent its token, null where it had none
     */
    public static boolean isOurForm(HttpServletRequest request, String sent) {
        return sent != null && CsrfTokens.fits(sent, (String) request.getAttribute(SECRET));
    }

    /** The token for forms of whoever has a session. */
    public static String formToken(String session) {
        return CsrfTokens.shown(session);
    }

    private static String visitor(HttpServletRequest request, HttpServletResponse response) {
        String known = Credentials.cookie(request, Credentials.VISITOR);
        if (known != null) {
            return known;
        }
        String fresh = UUID.randomUUID().toString();
        Credentials.set(request, response, Credentials.VISITOR, fresh, ONE_DAY);
        return fresh;
    }

    /** Read by hand: asking the request for parameters would consume the body of a form. */
    static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            query.putIfAbsent(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        query.remove("");
        return query;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            // A stray percent sign: what was typed is what is meant.
            return text;
        }
    }

    private static String theme(HttpServletRequest request) {
        String theme = Credentials.cookie(request, THEME);
        return "light".equals(theme) || "dark".equals(theme) ? theme : null;
    }

    private Locale language(HttpServletRequest request, Account account) {
        if (account != null) {
            return spoken(account.language());
        }
        String chosen = Credentials.cookie(request, LANGUAGE);
        if (chosen != null) {
            return spoken(Locale.forLanguageTag(chosen));
        }
        return preferred(request).orElseGet(this::usual);
    }

    /** What the browser asks for, among the languages there are. */
    private Optional<Locale> preferred(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Optional.empty()
                : Collections.list(request.getLocales()).stream()
                        .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
                        .filter(messages.languages()::contains)
                        .findFirst();
    }

    /** The language of whoever has chosen none. */
    private Locale usual() {
        return settings.on(HostSettings.class, LocalDate.now(clock)).language();
    }

    private Locale spoken(Locale wanted) {
        Locale language = Locale.forLanguageTag(wanted.getLanguage());
        return messages.languages().contains(language) ? language : usual();
    }
}
