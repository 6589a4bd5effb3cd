package coop.greffon.core.identity;

/**
 * Which accounts somebody looks for; null lets each through.
 *
 * @param text a part of the name or of a login, in any case
 * @param role a role they have
 * @param state their state
 * @param order the order
 * @param isDescending whether the order is reversed
 */
public record AccountQuery(String text, String role, Account.State state, Order order, boolean isDescending) {
    /** By what accounts are ordered. */
    public enum Order {
        NAME,
        LAST_SIGN_IN
    }

    /** Every account, by name. */
    public static AccountQuery all() {
        return new AccountQuery(null, null, null, Order.NAME, false);
    }
}
