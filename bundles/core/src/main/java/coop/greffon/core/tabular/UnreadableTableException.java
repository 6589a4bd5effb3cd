package coop.greffon.core.tabular;

import coop.greffon.core.message.Text;
import java.util.Objects;
import java.util.OptionalLong;

/** A file cannot be read as a table at all; nothing of it may be used. */
public final class UnreadableTableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text title;
    private final long line;

    UnreadableTableException(Text title, OptionalLong line, Throwable cause) {
        super(title.key(), cause);
        this.title = Objects.requireNonNull(title);
        this.line = line.orElse(0);
    }

    /** What is wrong and what to do, in one or two sentences; its first argument is the file's name. */
    public Text title() {
        return title;
    }

    /** The line or sheet row at fault, from 1, where there is one. */
    public OptionalLong line() {
        return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
    }
}
