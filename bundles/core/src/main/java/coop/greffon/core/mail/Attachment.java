package coop.greffon.core.mail;

/**
 * A small file that goes with a letter.
 *
 * <p>It is forgotten with what the letter says: as soon as the letter has left, or was given up.
 */
public final class Attachment {
    /** So many bytes at most. */
    public static final int LARGEST = 65_536;

    private final String name;
    private final String mediaType;
    private final byte[] content;

    /**
     * @param name what the file is called: letters, digits, dots, hyphens and underscores, at most 100
     * @param mediaType what it is, such as {@code text/calendar; charset=utf-8; method=PUBLISH}, at most 100 characters
     * @param content at most {@link #LARGEST} bytes
     * @throws IllegalArgumentException where one of them is not so
     */
    public Attachment(String name, String mediaType, byte[] content) {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException("Not a name of an attachment: " + name);
        }
        if (mediaType.length() > 100 || !mediaType.matches("[a-z]+/[a-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9-]+)*")) {
            throw new IllegalArgumentException("Not a media type: " + mediaType);
        }
        if (content.length > LARGEST) {
            throw new IllegalArgumentException(name + " has " + content.length + " bytes, more than " + LARGEST);
        }
        this.name = name;
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    /** What the file is called. */
    public String name() {
        return name;
    }

    /** What it is. */
    public String mediaType() {
        return mediaType;
    }

    /** What it holds. */
    public byte[] content() {
        return content.clone();
    }
}
