package coop.greffon.core.file;

import java.time.Instant;

/**
 * A file that is stored. Its content never changes: another content under the same key is another file.
 *
 * @param id its id
 * @param module the module it belongs to
 * @param key its key within the module
 * @param name the name people know it by
 * @param type its kind, told by its content
 * @param size its size in bytes
 * @param sha256 the digest of its content, 64 hexadecimal digits
 * @param storedAt when it was stored
 */
public record StoredFile(
        long id, String module, String key, String name, FileType type, long size, String sha256, Instant storedAt) {}
