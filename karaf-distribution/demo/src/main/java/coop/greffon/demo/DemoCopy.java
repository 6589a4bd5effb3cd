package coop.greffon.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** The copy of the distribution that the demo runs in: renewed at each start, its data kept. */
record DemoCopy(Path directory) {
    /** What the co-op wrote. Everything else in data is the container's cache, which would hide newly built bundles. */
    private static final Set<String> KEPT_DATA = Set.of("db", "greffon", "etc");

    /** What the one who tries Greffon put there, and the keys that its data were signed with. */
    private static final Set<String> KEPT_ETC = Set.of("keys.properties", "theme.css", "https", "signing");

    private static final String WEB = "org.ops4j.pax.web.cfg";
    private static final String SHELL = "org.apache.karaf.shell.cfg";

    Path readyFile() {
        return data().resolve("greffon").resolve("ready.txt");
    }

    Path logFile() {
        return data().resolve("log").resolve("karaf.log");
    }

    private Path data() {
        return directory.resolve("data");
    }

    /** Drops everything, data included. */
    void forget() throws IOException {
        delete(directory);
    }

    /** Copies the distribution anew, keeping the data, keys and look of the last run. */
    void renew(Path distribution) throws IOException {
        Files.createDirectories(data());
        Path aside = data().resolve("etc");
        move(KEPT_ETC, directory.resolve("etc"), aside);
        for (Path child : children(directory)) {
            if (!child.equals(data())) {
                delete(child);
            }
        }
        for (Path child : children(data())) {
            if (!KEPT_DATA.contains(child.getFileName().toString())) {
                delete(child);
            }
        }
        Files.deleteIfExists(readyFile());
        PathUtils.copyDirectory(
                distribution, directory, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        move(KEPT_ETC, aside, directory.resolve("etc"));
        delete(aside);
    }

    private static void move(Set<String> names, Path from, Path to) throws IOException {
        for (String name : names) {
            if (Files.exists(from.resolve(name))) {
                Files.createDirectories(to);
                delete(to.resolve(name));
                Files.move(from.resolve(name), to.resolve(name));
            }
        }
    }

    /** Makes the pages listen on the configured port, or the next free one, and returns it. */
    int moveHttpPort() throws IOException {
        return movePort(WEB, "org.osgi.service.http.port", null);
    }

    /** Makes the console listen on the configured port, or the next free one, and returns it. */
    int moveSshPort() throws IOException {
        return movePort(SHELL, "sshPort", InetAddress.getLoopbackAddress());
    }

    private int movePort(String file, String key, InetAddress address) throws IOException {
        Path configuration = directory.resolve("etc").resolve(file);
        String text = Files.readString(configuration);
        Matcher line = Pattern.compile("(?m)^(" + Pattern.quote(key) + "\\s*=\\s*)(\\d+)\\s*$")
                .matcher(text);
        if (!line.find()) {
            throw new IllegalStateException(key + " is missing from " + configuration);
        }
        int free = FreePort.from(Integer.parseInt(line.group(2)), address);
        Files.writeString(configuration, line.replaceFirst("$1" + free));
        return free;
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            PathUtils.delete(path);
        }
    }
}
