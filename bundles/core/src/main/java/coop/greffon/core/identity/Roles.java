package coop.greffon.core.identity;

import java.util.List;
import java.util.Set;

/**
 * The roles of this instance: those that installed modules declare, and those the co-op added. Each change is audited, and is a transaction
 * of its own: once it is made, this node honours no right that was taken away; another node on the same database may for up to five seconds.
 *
 * <p>The role of administrators has every permission and stays so: nobody can be locked out by changing roles.
 */
public interface Roles {
    /** Every role: the administrators' first, then those of modules, then the co-op's own. */
    List<Role> all();

    /**
     * One role.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none
     */
    Role role(String id);

    /** What a role allows, empty for one that does not exist. */
    Set<String> permissions(String id);

    /**
     * Adds a role.
     *
     * @param name what people call it, 2 to 80 characters with a letter or digit among them
     * @param permissions what it allows, each declared by an installed module
     * @throws coop.greffon.core.problem.InvalidInput where the name is taken or cannot be one, or a permission is unknown
     */
    Role add(String name, Set<String> permissions, Actor by);

    /**
     * Replaces what a role allows. What it was told about the permissions of modules that are not installed now stays as it is.
     *
     * @param revision the revision of the role that was edited
     * @throws coop.greffon.core.problem.NotFound where there is no such role
     * @throws coop.greffon.core.problem.Refused for the role of administrators
     * @throws coop.greffon.core.problem.InvalidInput where a permission is unknown
     * @throws coop.greffon.core.problem.StaleEdit where somebody else changed the role since that revision: each error names a permission,
     *     and as its value whether the role has it now
     */
    Role change(String id, long revision, Set<String> permissions, Actor by);

    /**
     * Removes a role that the co-op added.
     *
     * @throws coop.greffon.core.problem.NotFound where there is no such role
     * @throws coop.greffon.core.problem.Refused where a module declares it or an account or device has it
     */
    void remove(String id, Actor by);
}
