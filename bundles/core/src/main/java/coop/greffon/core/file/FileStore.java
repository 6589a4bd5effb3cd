package coop.greffon.core.file;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Keeps files. Writing joins the caller's transaction. */
public interface FileStore {
    /**
     * Stores a file, in the place of the one its key had. Reads no more than the rule allows, and leaves the stream open.
     *
     * @param content read once, to its end
     * @throws coop.greffon.core.problem.InvalidInput where it is empty, too large or of no accepted kind; the field is {@code file}
     * @throws java.io.UncheckedIOException where the stream fails
     */
    StoredFile put(FileDraft draft, InputStream content);

    /** The file of a key. */
    Optional<StoredFile> find(String module, String key);

    /** The file of an id. */
    Optional<StoredFile> find(long id);

    /**
     * The files of a module whose keys begin with a text, by key.
     *
     * @param prefix such as {@code member/128/}
     */
    List<StoredFile> list(String module, String prefix);

    /**
     * The content of a file, read piece by piece as it is asked for. It fails with an {@link java.io.IOException} where the file is
     * removed meanwhile.
     *
     * @throws coop.greffon.core.problem.NotFound where there is none
     */
    InputStream open(long id);

    /** Removes the file of a key; nothing where there is none. */
    void remove(String module, String key);
}
