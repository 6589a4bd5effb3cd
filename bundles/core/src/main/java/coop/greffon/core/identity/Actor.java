package coop.greffon.core.identity;

/**
 * On whose behalf something is done; the audit writes it down.
 *
 * @param kind who or what acts
 * @param accountId the account, null where none acts
 * @param deviceId the device, null where none acts; a history keeps its name alone
 * @param label the name shown in a history, never null
 */
public record Actor(Kind kind, Long accountId, Long deviceId, String label) {
    /** Who or what acts. */
    public enum Kind {
        ACCOUNT,
        DEVICE,
        CONSOLE,
        JOB,
        HOST
    }

    /** Somebody who is no device, or one of which a history knows the name alone. */
    public Actor(Kind kind, Long accountId, String label) {
        this(kind, accountId, null, label);
    }

    /** The person of an account. */
    public static Actor of(Account account) {
        return new Actor(Kind.ACCOUNT, account.id(), account.name());
    }

    /** A machine that acts for itself. */
    public static Actor of(Device device) {
        return new Actor(Kind.DEVICE, null, device.id(), device.name());
    }

    /** Who owns what is sent or asked for, as a key: no two accounts and no two devices have the same. */
    public String ownerKey() {
        return kind + ":" + (deviceId == null ? accountId : deviceId);
    }

    /** Whoever sits at the console. */
    public static Actor console() {
        return new Actor(Kind.CONSOLE, null, "console");
    }

    /** The host itself, such as at first start. */
    public static Actor host() {
        return new Actor(Kind.HOST, null, "greffon");
    }

    /**
     * A job.
     *
     * @param name the job's name
     */
    public static Actor job(String name) {
        return new Actor(Kind.JOB, null, name);
    }
}
