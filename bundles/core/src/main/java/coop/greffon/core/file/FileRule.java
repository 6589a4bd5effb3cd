package coop.greffon.core.file;

import java.util.Set;

/**
 * Which files are accepted.
 *
 * @param types of which kinds
 * @param mostBytes the largest size, in bytes
 */
public record FileRule(Set<FileType> types, long mostBytes) {
    private static final long MEBIBYTE = 1L << 20;

    /** A photo of at most 5 MiB. */
    public static final FileRule PHOTO = new FileRule(FileType.IMAGES, 5 * MEBIBYTE);

    /** A document or an image of at most 20 MiB. */
    public static final FileRule DOCUMENT = new FileRule(Set.of(FileType.values()), 20 * MEBIBYTE);

    public FileRule {
        types = Set.copyOf(types);
        if (types.isEmpty() || mostBytes < 1) {
            throw new IllegalArgumentException("A rule accepts at least one kind and one byte");
        }
    }
}
