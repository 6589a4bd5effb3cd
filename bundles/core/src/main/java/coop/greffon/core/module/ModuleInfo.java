package coop.greffon.core.module;

import java.util.List;
import java.util.Objects;

/**
 * What a bundle says of itself in {@code GREFFON-INF/module.json}; the schema is {@code GREFFON-INF/schema/module.schema.json} of core.
 *
 * <p>Its name and summary are the messages {@code <id>.module.name} and {@code <id>.module.summary}.
 *
 * @param id the short name: lower case letters, the root of its permissions, message keys, pages and tables
 * @param category where the catalogue shows it, such as {@code people}
 * @param status how ripe it is
 * @param menu its entries in the navigation
 * @param permissions what its routes and commands ask for
 * @param letters the letters it writes, whose words the co-op may replace
 * @param uninstall what removing it does with its tables
 * @param funding who paid and who keeps it alive, null where nobody said
 */
public record ModuleInfo(
        String id,
        String category,
        Status status,
        List<MenuEntry> menu,
        List<PermissionInfo> permissions,
        List<LetterInfo> letters,
        Uninstall uninstall,
        Funding funding) {
    /** How ripe a module is. */
    public enum Status {
        ALPHA,
        BETA,
        STABLE
    }

    /** What removing a module does with its tables; purging is a command of its own in each case. */
    public enum Uninstall {
        KEEP
    }

    /** Where a menu entry stands. */
    public enum Section {
        DAY,
        OFFICE,
        ADMIN
    }

    /**
     * An entry in the navigation.
     *
     * @param key the message key of its label
     * @param path the page it opens, beginning with a slash
     * @param icon a name in web's icon sprite
     * @param permission who sees it, null for everybody who is signed in
     * @param order its place, the lower the earlier
     * @param section where it stands
     */
    public record MenuEntry(String key, String path, String icon, String permission, int order, Section section) {
        public MenuEntry {
            Objects.requireNonNull(key, "menu.key");
            Objects.requireNonNull(path, "menu.path");
            section = section == null ? Section.OFFICE : section;
        }
    }

    /**
     * A right, described by the message {@code <id of the permission>}.
     *
     * @param id bundle.noun.verb
     * @param roles the roles that have it unless the co-op decides otherwise; the role {@code admin} has every right
     */
    public record PermissionInfo(String id, List<String> roles) {
        public PermissionInfo {
            Objects.requireNonNull(id, "permission.id");
            roles = roles == null ? List.of() : List.copyOf(roles);
        }
    }

    /**
     * A letter that a module writes. Its subject line is the message {@code <id>.title}.
     *
     * @param id such as {@code shifts.letter.alert}
     * @param title what fills the subject line, in the order of {@code {0}}, {@code {1}} ...; each has a name by which the co-op's own
     *     words call it
     * @param parts what it says, in order
     * @param optional whether the co-op may do without it
     */
    public record LetterInfo(String id, List<String> title, List<LetterPart> parts, boolean optional) {
        public LetterInfo {
            Objects.requireNonNull(id, "letter.id");
            title = title == null ? List.of() : List.copyOf(title);
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    /**
     * A part of a letter: a paragraph or a link.
     *
     * @param text the message of a paragraph, null for a link
     * @param fields what fills it, as for the subject line
     * @param link the message of a link's label, null for a paragraph
     */
    public record LetterPart(String text, List<String> fields, String link) {
        public LetterPart {
            if ((text == null) == (link == null)) {
                throw new IllegalArgumentException("A part of a letter is a text or a link");
            }
            fields = fields == null ? List.of() : List.copyOf(fields);
        }
    }

    /**
     * Who paid for a module.
     *
     * @param initiator the co-op or network that asked first
     * @param funders those who paid
     * @param repository where the source is, null where it is in Greffon's own
     */
    public record Funding(String initiator, List<String> funders, String repository) {
        public Funding {
            funders = funders == null ? List.of() : List.copyOf(funders);
        }
    }

    public ModuleInfo {
        Objects.requireNonNull(id, "id");
        status = status == null ? Status.ALPHA : status;
        menu = menu == null ? List.of() : List.copyOf(menu);
        permissions = permissions == null ? List.of() : List.copyOf(permissions);
        letters = letters == null ? List.of() : List.copyOf(letters);
        uninstall = uninstall == null ? Uninstall.KEEP : uninstall;
    }
}
