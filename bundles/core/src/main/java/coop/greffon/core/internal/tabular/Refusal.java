package coop.greffon.core.internal.tabular;

import coop.greffon.core.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The file as a whole cannot be read; it does not know the file's name yet. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> arguments;
    private final String key;
    private final long line;

    Refusal(Reason reason, Object... arguments) {
        this(null, 0, reason, List.of(arguments));
    }

    private Refusal(Throwable cause, long line, Reason reason, List<Object> arguments) {
        super(reason.key(), cause);
        this.key = reason.key();
        this.line = line;
        this.arguments = arguments;
    }

    /** A refusal whose sentence tells the line as {@code {1}}. */
    static Refusal at(long line, Reason reason, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.add(0, line);
        return new Refusal(null, line, reason, all);
    }

    static Refusal damaged(Throwable cause) {
        return new Refusal(cause, 0, Reason.DAMAGED, List.of());
    }

    /** There is nothing in the file. */
    public static Refusal empty() {
        return new Refusal(Reason.EMPTY);
    }

    /** The file holds more rows than are allowed. */
    public static Refusal tooManyRows(int most) {
        return new Refusal(Reason.TOO_MANY_ROWS, most);
    }

    /** The sentence, with the name that the person knows the file by. */
    public Text text(String fileName) {
        List<Object> all = new ArrayList<>(arguments);
        all.add(0, fileName);
        return new Text(key, all);
    }

    public OptionalLong line() {
        return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
    }
}
