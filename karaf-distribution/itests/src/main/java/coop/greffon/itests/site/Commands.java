package coop.greffon.itests.site;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every command of the console that the bundles in a distribution bring. */
public final class Commands {
    private static final String COMMAND = "org.apache.karaf.shell.api.action.Command";

    private Commands() {}

    /**
     * Reads the names, such as {@code greffon:modules}.
     *
     * @param distribution the folder that was unpacked
     */
    public static Set<String> of(Path distribution) {
        Set<String> names = new TreeSet<>();
        OurBundles.in(distribution).stream()
                .flatMap(bundle -> bundle.stream())
                .map(Commands::command)
                .flatMap(Optional::stream)
                .forEach(command -> names.add(command.get("scope").orElseThrow() + ":"
                        + command.get("name").orElseThrow()));
        return names;
    }

    private static Optional<? extends JavaAnnotation<?>> command(JavaClass type) {
        return type.tryGetAnnotationOfType(COMMAND);
    }
}
