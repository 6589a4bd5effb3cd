package coop.greffon.core.tabular;

import java.util.Objects;

/**
 * One thing to know about an export: its filter, its date.
 *
 * @param label in the reader's language
 * @param value what it was
 */
public record Criterion(String label, Cell value) {
    public Criterion {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }
}
