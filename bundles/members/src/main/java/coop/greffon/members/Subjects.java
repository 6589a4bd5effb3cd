package coop.greffon.members;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The subject of an account that stands for a member, such as {@code members:128}; opaque to all but this bundle. */
public final class Subjects {
    private static final String PREFIX = "members:";

    private static final Pattern SUBJECT = Pattern.compile(PREFIX + "[0-9]{1,18}");

    private Subjects() {}

    /** The subject of a member. */
    public static String of(long memberId) {
        return PREFIX + memberId;
    }

    /**
     * The member a subject stands for; empty where it stands for nobody of ours.
     *
     * @param subject null for none
     */
    public static OptionalLong memberId(String subject) {
        if (subject == null || !SUBJECT.matcher(subject).matches()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(subject.substring(PREFIX.length())));
    }
}
