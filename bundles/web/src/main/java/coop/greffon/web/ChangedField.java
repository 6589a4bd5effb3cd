package coop.greffon.web;

import coop.greffon.core.audit.Change;
import coop.greffon.core.audit.FieldChange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that was changed, in the reader's words.
 *
 * <p>The bundle of a record of kind {@code members.member} names its fields in messages {@code members.field.<name>}, and those of their
 * values that are no words of people in messages {@code members.<name>.<value>}, also where such a code stands before what people typed, as
 * in {@code DELIVERY: 4 rue de la Filature}. A bundle that acts on the record of another one, as its action tells, is asked first. Whom a subject such as {@code members:128} stands for is told by {@code members.subject}. The
 * country at the end of each of the {@code addresses} is told by its name. What people typed is told as it is.
 */
public final class ChangedField {
    private static final String SETTING = "core.setting";
    private static final String BETWEEN = " | ";
    private static final String COMMA = ", ";
    private static final Pattern CODE_AND_WORDS = Pattern.compile("([A-Z][A-Z_]*): (.*)", Pattern.DOTALL);
    private static final Pattern SUBJECT = Pattern.compile("([a-z]+):(\\d+)");

    private final Visit visit;
    private final List<String> modules;
    private final FieldChange field;
    private final String setting;

    /**
     * Reads one field of a change.
     *
     * @param visit who reads
     * @param change what the field belongs to
     * @param field one of its fields
     */
    public ChangedField(Visit visit, Change change, FieldChange field) {
        this(
                visit,
                List.of(module(change.action()), module(change.recordKind())),
                field,
                change.recordKind().equals(SETTING) && !field.holdsDay()
                        ? change.recordId().replaceFirst("\\.", ".setting.")
                        : null);
    }

    /**
     * Reads a field that differs.
     *
     * @param visit who reads
     * @param module whose words it is told in
     * @param field what it is called and holds
     */
    public ChangedField(Visit visit, String module, FieldChange field) {
        this(visit, List.of(module), field, null);
    }

    /** @param setting the message key of the setting that the field is, null where it is none */
    private ChangedField(Visit visit, List<String> modules, FieldChange field, String setting) {
        this.setting = setting;
        this.visit = visit;
        this.modules = modules;
        this.field = field;
    }

    private static String module(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    /** Its name. */
    public String name() {
        if (setting != null) {
            return message(setting);
        }
        return known(".field." + field.field()).map(visit::t).orElse(field.field());
    }

    /** The message key of what something is called, of the first bundle that has one. */
    private Optional<String> known(String suffix) {
        return modules.stream()
                .map(module -> module + suffix)
                .filter(visit::has)
                .findFirst();
    }

    /** What it held before; null where it was empty. */
    public String before() {
        return value(field.before());
    }

    /** What it holds since; null where it is empty. */
    public String after() {
        return value(field.after());
    }

    /** The whole of it on one line: its name, what it held, what it holds. */
    public String line() {
        return visit.t("web.audit.field", name(), shown(before()), shown(after()));
    }

    private String shown(String value) {
        return value == null || value.isEmpty() ? visit.t("web.audit.nothing") : value;
    }

    private String value(String stored) {
        if (stored == null) {
            return null;
        }
        if (field.holdsDay()) {
            return day(stored);
        }
        if (setting != null) {
            return setting(stored);
        }
        return switch (field.field()) {
            case "roles" -> each(COMMA, stored, role -> word("role", role));
            case "permissions" -> each(COMMA, stored, this::message);
            case "filters" -> each(COMMA, stored, this::filter);
            case "subject" -> subject(stored);
            case "addresses" -> each(BETWEEN, stored, address -> part(CountryNames.in(address, visit.language())));
            default -> each(BETWEEN, stored, this::part);
        };
    }

    private static String each(String between, String stored, UnaryOperator<String> words) {
        return Stream.of(stored.split(Pattern.quote(between), -1)).map(words).collect(Collectors.joining(between));
    }

    private String part(String stored) {
        Matcher coded = CODE_AND_WORDS.matcher(stored);
        return coded.matches()
                ? known("." + field.field() + "." + coded.group(1))
                        .map(key -> visit.t("web.labelled", visit.t(key), coded.group(2)))
                        .orElseGet(() -> word(field.field(), stored))
                : word(field.field(), stored);
    }

    private String filter(String stored) {
        int equals = stored.indexOf('=');
        return equals < 0
                ? message(stored)
                : visit.t("web.labelled", message(stored.substring(0, equals)), message(stored.substring(equals + 1)));
    }

    private String subject(String stored) {
        Matcher subject = SUBJECT.matcher(stored);
        return subject.matches() && visit.has(subject.group(1) + ".subject")
                ? visit.t(subject.group(1) + ".subject", subject.group(2))
                : stored;
    }

    private String setting(String stored) {
        String option = setting + "." + stored;
        if (visit.has(option)) {
            return visit.t(option);
        }
        return switch (stored) {
            case "true" -> visit.t("web.yes");
            case "false" -> visit.t("web.no");
            default -> stored;
        };
    }

    private String message(String key) {
        return visit.has(key) ? visit.t(key) : key;
    }

    private String word(String name, String stored) {
        return known("." + name + "." + stored).map(visit::t).orElse(stored);
    }

    private String day(String stored) {
        try {
            return visit.date(LocalDate.parse(stored));
        } catch (DateTimeParseException somethingElse) {
            return moment(stored);
        }
    }

    private String moment(String stored) {
        try {
            return visit.until(Instant.parse(stored));
        } catch (DateTimeParseException somethingElse) {
            return stored;
        }
    }
}
