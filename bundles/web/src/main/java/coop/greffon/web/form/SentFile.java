package coop.greffon.web.form;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file that came with a form. It is gone once the request is answered.
 *
 * @param name the name it had where it came from, without folders; never null, and to be trusted for nothing
 * @param size its size, in bytes
 * @param content opens it, as often as needed
 */
public record SentFile(String name, long size, Content content) {
    /** Opens the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * The bytes from the first.
         *
         * @throws IOException where the disk fails
         */
        InputStream open() throws IOException;
    }
}
