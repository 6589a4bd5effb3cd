package coop.greffon.web.form;

import coop.greffon.web.Visit;
import coop.greffon.web.internal.view.Templates;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;

/** One field of a form: its label, hint and error belong to it, for eyes and for screen readers. */
public final class Field implements Content {
    /** What is typed or chosen. */
    public enum Kind {
        TEXT,
        AREA,
        DATE,
        MAIL,
        PHONE,
        PASSWORD,
        FILE,
        BOX,
        CHOICE,
        RADIO
    }

    private final Templates templates;
    private final Visit visit;
    private final String name;
    private final String label;
    private final Kind kind;
    private final String value;
    private final String error;
    private String hint;
    private String autocomplete;
    private String accept;
    private boolean isRequired;
    private boolean isShort;
    private Integer longest;
    private List<Choice> choices = List.of();

    Field(Templates templates, Visit visit, String name, String label, Kind kind, String value, String error) {
        this.templates = templates;
        this.visit = visit;
        this.name = name;
        this.label = label;
        this.kind = kind;
        this.value = value;
        this.error = error;
    }

    /** The field must be filled in; the others are marked optional in words. */
    public Field required() {
        isRequired = true;
        return this;
    }

    /** A narrow field, for short values. */
    public Field brief() {
        isShort = true;
        return this;
    }

    /** A sentence below the label. */
    public Field hint(String key, Object... arguments) {
        hint = visit.t(key, arguments);
        return this;
    }

    /** What browsers may fill in, such as {@code given-name}. */
    public Field autocomplete(String token) {
        autocomplete = token;
        return this;
    }

    /** How many characters are taken at most. */
    public Field longest(int characters) {
        longest = characters;
        return this;
    }

    /** Which files are offered, such as {@code image/*}. */
    public Field accept(String types) {
        accept = types;
        return this;
    }

    Field among(List<Choice> all) {
        choices = List.copyOf(all);
        return this;
    }

    /** The field's name, which is its id as well. */
    public String name() {
        return name;
    }

    /** Its label in the reader's language. */
    public String label() {
        return label;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** What it holds, empty for a password and a file. */
    public String value() {
        return kind == Kind.PASSWORD || kind == Kind.FILE ? "" : value;
    }

    /** What is wrong, null where nothing is. */
    public String error() {
        return error;
    }

    /** The sentence below the label, null for none. */
    public String hint() {
        return hint;
    }

    /** What browsers may fill in, null for their own guess. */
    public String autocomplete() {
        return autocomplete;
    }

    /** Which files are offered, null for all. */
    public String accept() {
        return accept;
    }

    /** Whether it must be filled in. */
    public boolean isRequired() {
        return isRequired;
    }

    /** Whether it is narrow. */
    public boolean isShort() {
        return isShort;
    }

    /** How many characters at most, null for no limit. */
    public Integer longest() {
        return longest;
    }

    /** What may be chosen. */
    public List<Choice> choices() {
        return choices;
    }

    /** The ids of hint and error, for {@code aria-describedby}; null where there is neither. */
    public String describedBy() {
        if (hint == null && error == null) {
            return null;
        }
        String ofHint = hint == null ? "" : name + "-hint ";
        return (ofHint + (error == null ? "" : name + "-error")).strip();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        templates.formField(visit, this).writeTo(output);
    }
}
