package coop.greffon.web;

/**
 * Extension point: where the search in the header looks. With one source that the visitor may use, {@code /search} leads straight to it;
 * with several the visitor chooses.
 */
public interface SearchSource {
    /** The message key of what is searched, such as {@code members.search.source}. */
    String label();

    /** The page that searches; what was typed is added as the parameter {@code q}. */
    String path();

    /** Who may search there. */
    String permission();
}
