package coop.greffon.web.form;

import coop.greffon.core.message.Text;
import java.util.Map;
import java.util.Optional;

/**
 * What a form with files sent ({@code enctype="multipart/form-data"}). A resource method receives it as {@code @Context SentForm}; its
 * fields and files together hold at most {@link #MOST_BYTES}, more is refused before the method is called. {@link TakesFile} tells the words
 * of that refusal.
 *
 * @param fields what was typed, by name
 * @param files the files that were chosen, by the name of their field; a field left empty is missing
 */
public record SentForm(Map<String, String> fields, Map<String, SentFile> files) {
    /** The largest file that a form may send, in bytes. */
    public static final long MOST_FILE_BYTES = 20L << 20;

    /** The most that one form may send, in bytes: its file and what is typed beside it. */
    public static final long MOST_BYTES = MOST_FILE_BYTES + (1L << 20);

    public SentForm {
        fields = Map.copyOf(fields);
        files = Map.copyOf(files);
    }

    /** What was typed, to be read into the types of a record. */
    public Typed typed() {
        return Typed.ofFields(fields);
    }

    /** Why a file is too large, in the same words wherever that is found out. */
    public static Text tooLarge(String label, long most) {
        return Text.of("web.form.file-too-large", Text.of(label), most >> 20);
    }

    /** The file chosen in a field. */
    public Optional<SentFile> file(String field) {
        return Optional.ofNullable(files.get(field));
    }
}
