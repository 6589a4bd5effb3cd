package coop.greffon.web.form;

import coop.greffon.core.message.Text;
import coop.greffon.core.problem.FieldError;
import coop.greffon.core.problem.Problem;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.page.PageOutput;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One form as it is shown: its values, and what was wrong with them the last time. */
public final class Form {
    private static final Templates TEMPLATES = new StaticTemplates();
    private static final String SHAPE = "core.validation.";
    private static final Pattern PLACE_IN_A_LIST = Pattern.compile("\\[\\d+]$");

    private final Visit visit;
    private final Map<String, String> values;
    private final Text refusal;
    private final List<FieldError> errors;
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();

    private Form(Visit visit, Map<String, String> values, Text refusal, List<FieldError> errors) {
        this.visit = visit;
        this.values = values;
        this.refusal = refusal;
        this.errors = List.copyOf(errors);
    }

    /**
     * A form that was not sent yet.
     *
     * @param values what its fields hold, by name; null values and missing names are empty fields
     */
    public static Form of(Visit visit, Map<String, String> values) {
        return new Form(visit, values, null, List.of());
    }

    /** The form with what was typed and why it was refused. */
    public static Form refused(Visit visit, Map<String, String> typed, Problem problem) {
        List<FieldError> errors =
                problem.errors().stream().map(Form::atItsField).toList();
        return new Form(visit, typed, problem.title(), errors);
    }

    // A list of texts is typed into one field; which of them is wrong is told by its value.
    private static FieldError atItsField(FieldError error) {
        String field = PLACE_IN_A_LIST.matcher(error.field()).replaceFirst("");
        return new FieldError(field, error.value(), error.message(), error.remedy());
    }

    /** Whether the last sending was refused. */
    public boolean isRefused() {
        return refusal != null;
    }

    /**
     * The list of what is wrong, with links to the fields, by their labels; nothing where nothing is.
     *
     * <p>It stands above the fields, which are labelled only while the page is written: on a page it is written after them.
     */
    public Content summary() {
        return output -> {
            if (output instanceof PageOutput page) {
                page.later(this::writeSummary);
            } else {
                writeSummary(output);
            }
        };
    }

    private void writeSummary(TemplateOutput output) {
        List<ErrorLine> lines = errors.stream()
                .map(error -> new ErrorLine(places.getOrDefault(error.field(), error.field()), line(error)))
                .toList();
        TEMPLATES.formSummary(refusal == null ? null : visit.t(refusal), lines).writeTo(output);
    }

    private String line(FieldError error) {
        String label = label(error);
        String told = told(error);
        return label == null || isNamed(label, told) ? told : visit.t("web.labelled", label, told);
    }

    /** A rule of shape is said in the same words of each field: where the form has no such field, its technical name is better than none. */
    private String label(FieldError error) {
        String label = names.getOrDefault(error.field(), labels.get(error.field()));
        return label == null && error.message().key().startsWith(SHAPE) ? error.field() : label;
    }

    /** As words of its own: the number is not named by "nombre". */
    private static boolean isNamed(String label, String told) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return Pattern.compile("(?<!\\p{L})" + Pattern.quote(label) + "(?!\\p{L})", flags)
                .matcher(told)
                .find();
    }

    private String told(FieldError error) {
        return error.remedy() == null
                ? visit.t(error.message())
                : visit.t(error.message()) + " " + visit.t(error.remedy());
    }

    /**
     * Says what the summary calls a field whose label alone does not tell which it is, as in rows that are alike. What was said last holds.
     *
     * @param key the message, as {@link Visit#t} takes it with the arguments
     */
    public void name(String field, String key, Object... arguments) {
        names.put(field, visit.t(key, arguments));
    }

    /**
     * Says what the summary calls a field that is not seen, such as a whole list, and which field it leads to instead.
     *
     * @param place the field that is seen
     * @param key the message, as {@link Visit#t} takes it with the arguments
     */
    public void nameAt(String field, String place, String key, Object... arguments) {
        name(field, key, arguments);
        places.put(field, place);
    }

    /** The hidden field without which a form is refused. */
    public Content csrf() {
        return TEMPLATES.formCsrf(visit.csrf());
    }

    /** A field of one line. */
    public Field text(String name, String label) {
        return field(name, label, Field.Kind.TEXT);
    }

    /** A field of several lines. */
    public Field area(String name, String label) {
        return field(name, label, Field.Kind.AREA);
    }

    /** A field for a day; values are ISO dates. */
    public Field date(String name, String label) {
        return field(name, label, Field.Kind.DATE);
    }

    /** A field for a mail. */
    public Field mail(String name, String label) {
        return field(name, label, Field.Kind.MAIL);
    }

    /** A field for a telephone number. */
    public Field phone(String name, String label) {
        return field(name, label, Field.Kind.PHONE);
    }

    /** A field for a password; its value is never shown again. */
    public Field password(String name, String label) {
        return field(name, label, Field.Kind.PASSWORD);
    }

    /** A field for a file. */
    public Field file(String name, String label) {
        return field(name, label, Field.Kind.FILE);
    }

    /** A box to tick; its value is {@code true} where it is. */
    public Field box(String name, String label) {
        return field(name, label, Field.Kind.BOX);
    }

    /** A list to choose from. */
    public Field choice(String name, String label, List<Choice> choices) {
        return field(name, label, Field.Kind.CHOICE).among(choices);
    }

    /** Buttons of which one is chosen; the label is the question. */
    public Field radio(String name, String label, List<Choice> choices) {
        return field(name, label, Field.Kind.RADIO).among(choices);
    }

    /** What a field holds, empty where nothing. */
    public String value(String name) {
        String value = values.get(name);
        return value == null ? "" : value;
    }

    /** What is wrong with a field. */
    public Optional<String> error(String name) {
        return errors.stream()
                .filter(error -> error.field().equals(name))
                .map(this::told)
                .findFirst();
    }

    private Field field(String name, String label, Field.Kind kind) {
        String shown = visit.t(label);
        labels.putIfAbsent(name, shown);
        return new Field(
                TEMPLATES, visit, name, shown, kind, value(name), error(name).orElse(null));
    }
}
