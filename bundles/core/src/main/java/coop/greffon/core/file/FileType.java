package coop.greffon.core.file;

import java.util.Set;

/** The kinds of files that can be told by their content, and that a browser cannot be made to run. */
public enum FileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    PDF("application/pdf", "pdf"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods");

    /** What a photo may be. */
    public static final Set<FileType> IMAGES = Set.of(JPEG, PNG, WEBP);

    private final String mediaType;
    private final String extension;

    FileType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** What goes into {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** What a file name ends with, without the point. */
    public String extension() {
        return extension;
    }
}
