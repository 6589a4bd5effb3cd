package coop.greffon.itests.site;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The classes of each bundle of ours that a distribution ships. */
final class OurBundles {
    private OurBundles() {}

    static List<JavaClasses> in(Path distribution) {
        List<JavaClasses> bundles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(distribution.resolve("system/coop/greffon"))) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                try (JarFile open = new JarFile(jar.toFile())) {
                    bundles.add(new ClassFileImporter().importJar(open));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundles;
    }
}
