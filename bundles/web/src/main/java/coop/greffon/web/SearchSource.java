package coop.greffon.web;

import coop.greffon.web.table.Column.Tone;
import java.util.List;
import java.util.Optional;

/** Extension point: what the search field in the header finds. */
public interface SearchSource {
    /**
     * Something found.
     *
     * @param title its name
     * @param state how it stands, said before all else; null where there is nothing to say
     * @param detail what tells it from others of that name, in the reader's language
     * @param path its page
     */
    record Hit(String title, State state, String detail, String path) {
        /** Something that stands in no particular way. */
        public Hit(String title, String detail, String path) {
            this(title, null, detail, path);
        }
    }

    /**
     * How something found stands.
     *
     * @param word in the reader's language
     * @param tone how good that is
     */
    record State(String word, Tone tone) {}

    /**
     * What fits, best first; empty where the visitor may not look.
     *
     * @param visit who searches
     * @param query what was typed, not blank
     * @param most how many at most
     */
    List<Hit> search(Visit visit, String query, int most);

    /**
     * The page that lists all that fits, where there may be more than was asked for; empty where there is no such page, or the visitor may not
     * see it.
     *
     * @param visit who searches
     * @param query what was typed, not blank
     */
    default Optional<String> list(Visit visit, String query) {
        return Optional.empty();
    }

    /** The permission without which this source finds nothing; the field is shown to whoever has one of them. */
    String permission();
}
