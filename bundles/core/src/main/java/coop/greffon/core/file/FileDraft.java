package coop.greffon.core.file;

import java.util.Objects;

/**
 * A file about to be stored.
 *
 * @param module the short name of the module it belongs to
 * @param key its key within the module, such as {@code member/128/photo}, at most 200 characters
 * @param name the name people know it by, cut at 200 characters
 * @param rule what is accepted
 */
public record FileDraft(String module, String key, String name, FileRule rule) {
    public FileDraft {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(rule, "rule");
    }
}
