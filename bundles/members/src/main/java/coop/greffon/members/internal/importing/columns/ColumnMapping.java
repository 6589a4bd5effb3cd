package coop.greffon.members.internal.importing.columns;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Choices made by hand for headings, kept from one import to the next. */
public final class ColumnMapping {
    /** No choice was made. */
    public static final ColumnMapping NONE = new ColumnMapping(Map.of());

    private final Map<String, Assignment> byHeading;

    private ColumnMapping(Map<String, Assignment> byHeading) {
        this.byHeading = Collections.unmodifiableMap(new LinkedHashMap<>(byHeading));
    }

    /** These choices, and that one for the heading in place of any former one. */
    public ColumnMapping with(String heading, Assignment assignment) {
        var choices = new LinkedHashMap<>(byHeading);
        choices.put(Headings.plain(heading), assignment);
        return new ColumnMapping(choices);
    }

    /** The choice for the heading, however it is accented, cased and spaced. */
    public Optional<Assignment> choiceFor(String heading) {
        return Optional.ofNullable(byHeading.get(Headings.plain(heading)));
    }

    /** Heading and choice as texts, to be stored. */
    public Map<String, String> toTexts() {
        var texts = new LinkedHashMap<String, String>();
        byHeading.forEach((heading, assignment) -> texts.put(heading, assignment.toText()));
        return texts;
    }

    /**
     * The choices stored as those texts.
     *
     * @throws IllegalArgumentException if a text names no field
     */
    public static ColumnMapping fromTexts(Map<String, String> texts) {
        var choices = new LinkedHashMap<String, Assignment>();
        texts.forEach((heading, text) -> choices.put(Headings.plain(heading), Assignment.fromText(text)));
        return new ColumnMapping(choices);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ColumnMapping mapping && byHeading.equals(mapping.byHeading);
    }

    @Override
    public int hashCode() {
        return byHeading.hashCode();
    }

    @Override
    public String toString() {
        return toTexts().toString();
    }
}
