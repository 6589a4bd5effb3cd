package coop.greffon.web;

import coop.greffon.core.message.Text;
import gg.jte.Content;
import java.util.List;

/**
 * A page without its shell: web adds the header, the navigation and the footer.
 *
 * @param title its heading
 * @param content what stands below the heading
 * @param layout how much shell it wants
 * @param crumbs the pages above it, outermost first
 * @param actions what stands beside the heading, null for nothing
 * @param help the name of its help text in {@code GREFFON-INF/help}, null for none
 */
public record Page(Text title, Content content, Layout layout, List<Crumb> crumbs, Content actions, String help) {
    /** How much shell a page wants. */
    public enum Layout {
        /** The whole width: tables, records. */
        WIDE,
        /** Reading width: forms and texts. */
        NARROW,
        /** Its own heading, the shell around it. */
        BARE,
        /** No navigation: sign-in, set-up. */
        ALONE
    }

    /**
     * A page above this one.
     *
     * @param label its name, in the reader's language already where it is a person's
     * @param path its address
     */
    public record Crumb(Text label, String path) {}

    public Page {
        crumbs = List.copyOf(crumbs);
    }

    /** A page of the whole width. */
    public static Page of(Text title, Content content) {
        return new Page(title, content, Layout.WIDE, List.of(), null, null);
    }

    /** A page of reading width. */
    public static Page narrow(Text title, Content content) {
        return new Page(title, content, Layout.NARROW, List.of(), null, null);
    }

    /** A page that writes its heading itself. */
    public static Page bare(Text title, Content content) {
        return new Page(title, content, Layout.BARE, List.of(), null, null);
    }

    /** A page without navigation. */
    public static Page alone(Text title, Content content) {
        return new Page(title, content, Layout.ALONE, List.of(), null, null);
    }

    /** The same page below others. */
    public Page below(Crumb... pages) {
        return new Page(title, content, layout, List.of(pages), actions, help);
    }

    /** The same page with something beside its heading. */
    public Page withActions(Content beside) {
        return new Page(title, content, layout, crumbs, beside, help);
    }

    /**
     * The same page with a question mark that opens its help.
     *
     * @param name the file {@code GREFFON-INF/help/<name>_<language>.md} of the page's own bundle
     */
    public Page withHelp(String name) {
        return new Page(title, content, layout, crumbs, actions, name);
    }
}
