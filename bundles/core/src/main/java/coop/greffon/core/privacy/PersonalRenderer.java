package coop.greffon.core.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** Extension point: makes one readable document of what is held of a person. */
public interface PersonalRenderer {
    /** What the file name ends with, without the point, such as {@code pdf}. */
    String extension();

    /**
     * Renders.
     *
     * @param documents all that is held
     * @param language the reader's language
     * @param out where to; the caller closes it
     * @throws IOException where the stream fails
     */
    void render(List<PersonalDocument> documents, Locale language, OutputStream out) throws IOException;
}
