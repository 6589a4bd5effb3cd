package coop.greffon.web.internal.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files served to browsers, as they lie in the bundle. */
final class StaticFile {
    private StaticFile() {}

    static byte[] bytes(String name) {
        try (InputStream file = StaticFile.class.getResourceAsStream("/GREFFON-INF/static/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }
}
