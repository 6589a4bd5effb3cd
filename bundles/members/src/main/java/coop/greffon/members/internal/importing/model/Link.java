package coop.greffon.members.internal.importing.model;

/**
 * What binds a record to another one.
 *
 * @param parent whom it belongs to
 */
public record Link(Role role, Parent parent) {
    public enum Role {
        /** A person of the same household as the parent, a person. */
        CO_MEMBER,
        /** A person to talk to at the parent, an organisation. */
        CONTACT_PERSON,
        /** A second address of the parent. */
        FURTHER_ADDRESS
    }

    /** Where the parent is to be found. */
    public sealed interface Parent {
        /** The name to show. */
        String label();

        /** Whether it is that record of the store. */
        default boolean isStored(long id) {
            return this instanceof Stored stored && stored.id() == id;
        }
    }

    /** A parent that the same file brings on the given line. */
    public record InFile(long line, String label) implements Parent {}

    /** A parent that the store holds. */
    public record Stored(long id, String label) implements Parent {}
}
