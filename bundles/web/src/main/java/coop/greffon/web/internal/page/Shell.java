package coop.greffon.web.internal.page;

import coop.greffon.core.module.ModuleInfo.Section;
import java.util.List;
import java.util.Locale;

/**
 * What surrounds a page: the brand and the two levels of navigation.
 *
 * @param brand the co-op's name
 * @param title the window's title
 * @param entries the first level
 * @param pages the second level, empty where the module has one page
 * @param pagesLabel what the second level is called
 * @param done what was just done, in the reader's language; null for nothing
 * @param languages the other languages, for people who have not signed in
 * @param canSearch whether some source of the search is theirs to look in
 * @param version what assets are asked for with, so that they may be cached for ever
 */
public record Shell(
        String brand,
        String title,
        List<Entry> entries,
        List<Entry> pages,
        String pagesLabel,
        String done,
        List<Locale> languages,
        boolean canSearch,
        String version) {
    /** Whether whoever looks has something to administer. */
    public boolean isAdministration() {
        return entries.stream().anyMatch(entry -> entry.section() == Section.ADMIN);
    }

    /**
     * A link of the navigation.
     *
     * @param current {@code page}, {@code true}, or null
     * @param down whether its module cannot be used now
     */
    public record Entry(String label, String path, String current, boolean down, Section section) {}
}
