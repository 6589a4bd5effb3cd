package coop.greffon.web.internal.account;

/**
 * A role that may be ticked.
 *
 * @param role its name as programs know it
 * @param label what people call it
 */
public record RoleBox(String role, String label, boolean isChosen) {}
