package coop.greffon.itests.distribution;

/** Somebody of the demo co-op one may sign in as. */
public enum DemoPerson {
    /** Gwenaël Le Bris, who has every permission. */
    REFERENT("12"),
    /** Nadia Belkacem, at the members' desk. */
    DESK("7"),
    /** Inès Marchand, a member with a household. */
    MEMBER("128");

    private final String login;

    DemoPerson(String login) {
        this.login = login;
    }

    /** What the person types to sign in: the member number. */
    public String login() {
        return login;
    }
}
