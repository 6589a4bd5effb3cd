package coop.greffon.itests.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A module that is offered by a repository and stands on a package that nobody has. */
final class LackingModule {
    static final String ID = "lacking";
    static final String LACKS = "org.example.nowhere 1.2.0";

    private LackingModule() {}

    /**
     * Writes its jar and a repository with it.
     *
     * @return the argument of {@code feature:repo-add}
     */
    static String write(Path folder) {
        Path jar = folder.resolve("greffon-lacking.jar");
        Path features = folder.resolve("lacking-features.xml");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest())) {
            out.putNextEntry(new JarEntry("GREFFON-INF/module.json"));
            out.write(
                    "{\"$schema\": \"urn:greffon:schema:module:1\", \"id\": \"%s\", \"category\": \"tools\", \"status\": \"alpha\"}"
                            .formatted(ID)
                            .getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            Files.writeString(features, """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <features name="lacking" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                      <feature name="greffon-%s" version="0.1.0">
                        <bundle>%s</bundle>
                      </feature>
                    </features>
                    """.formatted(ID, jar.toUri()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return features.toUri().toString();
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "coop.greffon." + ID);
        main.putValue("Bundle-Version", "0.1.0");
        main.putValue("Greffon-Module", ID);
        main.putValue("Import-Package", "org.example.nowhere;version=\"[1.2,2)\"");
        return manifest;
    }
}
