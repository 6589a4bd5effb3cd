package coop.greffon.itests.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where this machine keeps its Chromium. */
final class InstalledChromium {
    static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private InstalledChromium() {}

    static Optional<Path> find() {
        return find(System.getenv("PATH"));
    }

    static Optional<Path> find(String path) {
        List<Path> folders = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
