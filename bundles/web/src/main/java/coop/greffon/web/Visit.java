package coop.greffon.web;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.identity.Device;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.problem.Forbidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One request: who asks, what they may do, in which language. Resources receive it as {@code @Context Visit}, templates as a parameter.
 */
public final class Visit {
    /** The parameter that names the sentence a page says once, after something was done. */
    public static final String DONE = "done";

    private final Account account;
    private final Device device;
    private final Set<String> permissions;
    private final Locale language;
    private final Messages messages;
    private final Clock clock;
    private final String csrf;
    private final String path;
    private final Map<String, String> query;
    private final String theme;

    /**
     * @param account who is signed in, null for nobody
     * @param device the device that acts for itself, null where none does
     * @param permissions what they may do now
     * @param language the language of the answer
     * @param messages where sentences are found
     * @param clock the co-op's time
     * @param csrf the token that each form carries
     * @param path the address asked for, without its query
     * @param query the first value of each parameter of its query, decoded, in order
     * @param theme {@code light}, {@code dark} or null for the system's
     */
    public Visit(
            Account account,
            Device device,
            Set<String> permissions,
            Locale language,
            Messages messages,
            Clock clock,
            String csrf,
            String path,
            Map<String, String> query,
            String theme) {
        this.account = account;
        this.device = device;
        this.permissions = Set.copyOf(permissions);
        this.language = language;
        this.messages = messages;
        this.clock = clock;
        this.csrf = csrf;
        this.path = path;
        this.query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        this.theme = theme;
    }

    /** Who is signed in; empty for nobody. */
    public Optional<Account> account() {
        return Optional.ofNullable(account);
    }

    /**
     * Who is signed in, for methods that only signed-in people reach.
     *
     * @throws Forbidden where a device acts for itself: it is nobody, whatever its role lets it do
     * @throws IllegalStateException where nobody is
     */
    public Account signedIn() {
        if (device != null) {
            throw new Forbidden(Text.of("web.device.no-person"));
        }
        return account().orElseThrow(() -> new IllegalStateException("This address is open to nobody in particular"));
    }

    /** The device that acts for itself; empty where a person or nobody asks. */
    public Optional<Device> device() {
        return Optional.ofNullable(device);
    }

    /**
     * On whose behalf services act: the person, or the device that acts for itself.
     *
     * @throws IllegalStateException where neither asks
     */
    public Actor actor() {
        return device == null ? Actor.of(signedIn()) : Actor.of(device);
    }

    /** Whether they may do something; a null permission is one that everybody has. */
    public boolean may(String permission) {
        return permission == null || permissions.contains(permission);
    }

    /**
     * Insists on a permission that only the request tells, such as the one an action of another bundle asks for.
     *
     * @throws coop.greffon.core.problem.Forbidden where they lack it
     */
    public void require(String permission) {
        if (!may(permission)) {
            throw new Forbidden(permission);
        }
    }

    /** The language of the answer. */
    public Locale language() {
        return language;
    }

    /** A sentence in the reader's language. */
    public String t(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** A sentence in the reader's language. */
    public String t(Text text) {
        return messages.text(language, text);
    }

    /** Whether a message of that key exists. */
    public boolean has(String key) {
        return messages.has(key);
    }

    /** Who acted: people and devices by their names, the others in words. */
    public String who(Actor actor) {
        return switch (actor.kind()) {
            case JOB -> has(actor.label()) ? t(actor.label()) : actor.label();
            case CONSOLE -> t("web.who.console");
            case HOST -> t("web.who.host");
            default -> actor.label();
        };
    }

    /** Today, where the co-op is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** This instant. */
    public Instant now() {
        return clock.instant();
    }

    /** The co-op's time zone. */
    public ZoneId zone() {
        return clock.getZone();
    }

    /** A date as people of the language write it in numbers, empty for null. */
    public String date(LocalDate date) {
        return date == null ? "" : Messages.date(language, date);
    }

    /** A date in full, with its weekday. */
    public String longDate(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(language)
                .format(date);
    }

    /** An instant as the co-op's clock showed it, empty for null. */
    public String moment(Instant instant) {
        if (instant == null) {
            return "";
        }
        ZonedDateTime local = instant.atZone(clock.getZone());
        return t(
                "web.moment",
                date(local.toLocalDate()),
                DateTimeFormatter.ofPattern("HH:mm").format(local));
    }

    /** The end of something: one that is a midnight as the last day that it still holds, empty for null. */
    public String until(Instant end) {
        if (end == null) {
            return "";
        }
        ZonedDateTime local = end.atZone(clock.getZone());
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? t("web.until", date(local.toLocalDate().minusDays(1)))
                : moment(end);
    }

    /** A whole number with the language's separators. */
    public String number(long number) {
        return String.format(language, "%,d", number);
    }

    /** The token that each form carries in a hidden field named {@code csrf}. */
    public String csrf() {
        return csrf;
    }

    /** The address asked for, without its query. */
    public String path() {
        return path;
    }

    /** The first value of each parameter of the query, decoded, in order. */
    public Map<String, String> query() {
        return query;
    }

    /**
     * The same address with one parameter changed and others left out, for links of a list. What was just done is said once and left out.
     *
     * @param parameter the parameter to change
     * @param value its new value, null to leave it out
     * @param without further parameters to leave out
     * @return a query beginning with a question mark
     */
    public String with(String parameter, String value, String... without) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.remove(DONE);
        List.of(without).forEach(changed::remove);
        changed.put(parameter, value);
        return changed.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** {@code light}, {@code dark}, or null for the system's choice. */
    public String theme() {
        return theme;
    }
}
