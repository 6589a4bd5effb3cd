package coop.greffon.web.paper;

import coop.greffon.core.message.Text;
import gg.jte.Content;
import java.util.Objects;

/**
 * Sheets of A4 without their frame: web adds the co-op's name, when it was printed, and the numbers of the sheets.
 *
 * <p>The frame knows these classes: {@code sheet} begins on a new sheet, {@code grid} rules a table on all sides, {@code box} is to be
 * ticked, {@code line} to be written on, {@code quiet} stands back. There is no other style, and no script.
 *
 * @param name what its file is called, in letters, digits and hyphens
 * @param title its heading
 * @param content what stands below the heading, well-formed as XML
 * @param isLandscape whether the sheets lie
 */
public record Printout(String name, Text title, Content content, boolean isLandscape) {
    public Printout {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("Not a name of a file: " + name);
        }
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(content, "content");
    }

    /** Sheets that stand. */
    public static Printout portrait(String name, Text title, Content content) {
        return new Printout(name, title, content, false);
    }

    /** Sheets that lie. */
    public static Printout landscape(String name, Text title, Content content) {
        return new Printout(name, title, content, true);
    }
}
