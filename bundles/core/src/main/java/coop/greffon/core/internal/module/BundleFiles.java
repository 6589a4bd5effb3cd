package coop.greffon.core.internal.module;

import coop.greffon.core.module.ModuleInfo;
import coop.greffon.core.module.VersionNotes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;

/**
 * What a bundle that is not installed says of itself.
 *
 * @param module its short name, null for a jar that is no module
 * @param info its module.json
 * @param messages its sentences by language
 * @param notes what its versions change
 */
record BundleFiles(
        String module, ModuleInfo info, Map<Locale, Map<String, String>> messages, List<VersionNotes> notes) {
    private static final String MESSAGES = "GREFFON-INF/i18n/messages_";
    private static final String PROPERTIES = ".properties";

    /** What the versions of an installed bundle changed. */
    static List<VersionNotes> notes(Bundle bundle) {
        URL file = bundle == null ? null : bundle.getEntry(Changelog.PATH);
        if (file == null) {
            return List.of();
        }
        try (InputStream in = file.openStream()) {
            return Changelog.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static BundleFiles read(URL jar) throws IOException {
        try (JarInputStream in = new JarInputStream(jar.openStream(), false)) {
            Manifest manifest = in.getManifest();
            String module =
                    manifest == null ? null : manifest.getMainAttributes().getValue(ModuleRegistry.HEADER);
            return module == null ? new BundleFiles(null, null, Map.of(), List.of()) : read(module, in);
        }
    }

    private static BundleFiles read(String module, JarInputStream in) throws IOException {
        ModuleInfo info = null;
        Map<Locale, Map<String, String>> messages = new HashMap<>();
        List<VersionNotes> notes = List.of();
        for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
            String name = entry.getName();
            if (name.equals(ModuleFile.PATH)) {
                info = ModuleFile.read(new ByteArrayInputStream(in.readAllBytes()));
            } else if (name.equals(Changelog.PATH)) {
                notes = Changelog.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } else if (name.startsWith(MESSAGES) && name.endsWith(PROPERTIES)) {
                String language = name.substring(MESSAGES.length(), name.length() - PROPERTIES.length());
                messages.put(Locale.forLanguageTag(language.replace('_', '-')), properties(in));
            }
        }
        return new BundleFiles(module, info, messages, notes);
    }

    private static Map<String, String> properties(InputStream in) throws IOException {
        var properties = new Properties();
        // Not closed: that would close the jar.
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        properties.load(reader);
        Map<String, String> texts = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
