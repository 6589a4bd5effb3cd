package coop.greffon.itests.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A feature repository as whoever wrote the guest book would publish it, made of the jars that this build has just made. */
final class GuestBookRepository {
    private static final String VERSION = System.getProperty("greffon.version");
    private static final Path BUILT = Path.of("").toAbsolutePath();

    private GuestBookRepository() {}

    /**
     * Writes the repository.
     *
     * @return the argument of {@code feature:repo-add}
     */
    static String write(Path folder) {
        String features = """
                <?xml version="1.0" encoding="UTF-8"?>
                <features name="guestbook" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                %s%s%s%s%s</features>
                """.formatted(
                feature("greffon-guestbook", VERSION, "greffon-members", jar("guestbook", "greffon-guestbook")),
                feature("greffon-guestbook", "0.2.0", "greffon-members", variant("next", "greffon-guestbook-next")),
                feature(
                        "greffon-guestbook",
                        "0.3.0",
                        "greffon-members",
                        variant("broken-migration", "greffon-guestbook-broken-migration")),
                feature(
                        "greffon-guestbook",
                        "0.4.0",
                        "greffon-members",
                        variant("broken-start", "greffon-guestbook-broken-start")),
                feature("greffon-members", "0.2.0", "greffon-web", variant("members-next", "greffon-members-next")));
        Path file = folder.resolve("guestbook-features.xml");
        try {
            Files.writeString(file, features);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toUri().toString();
    }

    private static String variant(String folder, String artifact) {
        return jar("variants/" + folder, artifact);
    }

    private static String jar(String folder, String artifact) {
        Path jar = BUILT.resolve(folder).resolve("target").resolve(artifact + "-" + VERSION + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is not built");
        }
        return jar.toUri().toString();
    }

    private static String feature(String name, String version, String needs, String jar) {
        return """
                  <feature name="%s" version="%s">
                    <feature>%s</feature>
                    <bundle start-level="80">%s</bundle>
                  </feature>
                """.formatted(name, version, needs, jar);
    }
}
