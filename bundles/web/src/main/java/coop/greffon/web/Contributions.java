package coop.greffon.web;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What neighbours add to a page: tiles, panels, lines of a list.
 *
 * <p>A neighbour may fail, or be taken away while it is asked. Its part is then left out or said to be missing; the page around it is not
 * its to break.
 */
public final class Contributions {
    private static final Logger LOG = LoggerFactory.getLogger(Contributions.class);

    private Contributions() {}

    /**
     * The parts of all who have something to add, best rank first, each rendered already.
     *
     * @param neighbours who is asked
     * @param question gives a neighbour's part, empty where it has none to add
     */
    public static <T> List<Content> of(Extensions<T> neighbours, Function<T, Optional<Content>> question) {
        return of(neighbours, question, module -> null);
    }

    /**
     * The same, with something in the place of a part whose neighbour failed.
     *
     * @param instead gives it for the short name of the module that failed, null for nothing
     */
    public static <T> List<Content> of(
            Extensions<T> neighbours, Function<T, Optional<Content>> question, Function<String, Content> instead) {
        return neighbours.all().stream()
                .flatMap(neighbour -> rendered(neighbour, question, instead).stream())
                .toList();
    }

    private static <T> Optional<Content> rendered(
            Extension<T> neighbour, Function<T, Optional<Content>> question, Function<String, Content> instead) {
        try {
            return question.apply(neighbour.service()).map(Contributions::rendered);
        } catch (RuntimeException | LinkageError failed) {
            // A LinkageError is what code meets whose bundle is gone.
            LOG.warn("{} adds nothing to this page: it failed", neighbour.module(), failed);
            return Optional.ofNullable(instead.apply(neighbour.module()));
        }
    }

    private static Content rendered(Content part) {
        var html = new StringOutput();
        part.writeTo(html);
        String text = html.toString();
        return output -> output.writeContent(text);
    }
}
