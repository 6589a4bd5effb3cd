package coop.greffon.web.form;

import java.util.Map;
import java.util.Optional;

/**
 * What a form with files sent ({@code enctype="multipart/form-data"}). A resource method receives it as {@code @Context SentForm}; its
 * fields and files together hold at most {@link #MOST_BYTES}, more is refused before the method is called.
 *
 * @param fields what was typed, by name
 * @param files the files that were chosen, by the name of their field; a field left empty is missing
 */
public record SentForm(Map<String, String> fields, Map<String, SentFile> files) {
    /** The most that one form may send, in bytes. */
    public static final long MOST_BYTES = 24L << 20;

    public SentForm {
        fields = Map.copyOf(fields);
        files = Map.copyOf(files);
    }

    /** What was typed, to be read into the types of a record. */
    public Typed typed() {
        return Typed.ofFields(fields);
    }

    /** The file chosen in a field. */
    public Optional<SentFile> file(String field) {
        return Optional.ofNullable(files.get(field));
    }
}
