package coop.greffon.core.internal.message;

import coop.greffon.core.message.Messages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;

/** The messages of every bundle that is installed, whether it runs or not. */
@Component(service = {Messages.class, ModuleMessages.class})
public final class ModuleMessages implements Messages {
    private static final String PREFIX = "messages_";
    private static final String SUFFIX = ".properties";
    private static final String DESCRIPTION = ".module.";
    private static final List<Locale> FALLBACKS = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Map<String, Catalog> catalogs = new ConcurrentHashMap<>();
    private final Map<String, Catalog> descriptions = new ConcurrentHashMap<>();
    private BundleTracker<String> tracker;

    @Activate
    void follow(BundleContext context) {
        int installed = Bundle.INSTALLED | Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;
        tracker = new BundleTracker<>(context, installed, null) {
            @Override
            public String addingBundle(Bundle bundle, org.osgi.framework.BundleEvent event) {
                String module = bundle.getHeaders("").get("Greffon-Module");
                if (module != null) {
                    load(module, bundle.findEntries("GREFFON-INF/i18n", PREFIX + "*" + SUFFIX, false));
                }
                return module;
            }

            @Override
            public void modifiedBundle(Bundle bundle, org.osgi.framework.BundleEvent event, String module) {
                if (event != null && event.getType() == org.osgi.framework.BundleEvent.UPDATED) {
                    addingBundle(bundle, event);
                }
            }

            @Override
            public void removedBundle(Bundle bundle, org.osgi.framework.BundleEvent event, String module) {
                if (module != null) {
                    catalogs.remove(module);
                }
            }
        };
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    /** Reads the message files of a module; the container's way in, and the tests'. */
    public void load(String module, Enumeration<URL> files) {
        Map<Locale, Map<String, String>> patterns = new HashMap<>();
        for (URL file : files == null ? Collections.<URL>emptyList() : Collections.list(files)) {
            String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
            String language = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
            patterns.put(Locale.forLanguageTag(language.replace('_', '-')), read(file));
        }
        catalogs.put(module, new Catalog(patterns));
    }

    /**
     * Learns what a module that is not installed calls itself.
     *
     * @param texts its sentences by language, of which only those that describe it are kept
     */
    public void describe(String module, Map<Locale, Map<String, String>> texts) {
        Map<Locale, Map<String, String>> kept = new HashMap<>();
        texts.forEach((language, sentences) -> kept.put(
                language,
                sentences.entrySet().stream()
                        .filter(sentence -> sentence.getKey().startsWith(module + DESCRIPTION))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue))));
        descriptions.put(module, new Catalog(kept));
    }

    private static Map<String, String> read(URL file) {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Messages cannot be read: " + file, unreadable);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
    }

    @Override
    public String text(Locale language, String key, Object... arguments) {
        String text = find(language, key, arguments);
        for (int next = 0; text == null && next < FALLBACKS.size(); next++) {
            text = find(FALLBACKS.get(next), key, arguments);
        }
        return text == null ? key : text;
    }

    private String find(Locale language, String key, Object... arguments) {
        int dot = key.indexOf('.');
        String module = dot < 0 ? "" : key.substring(0, dot);
        Catalog owner = catalogs.getOrDefault(module, descriptions.get(module));
        return owner == null ? null : owner.text(language, key, arguments);
    }

    @Override
    public boolean has(String key) {
        return catalogs.values().stream().anyMatch(catalog -> catalog.has(key));
    }

    @Override
    public Set<Locale> languages() {
        Set<Locale> languages =
                new TreeSet<>((left, right) -> left.toLanguageTag().compareTo(right.toLanguageTag()));
        catalogs.values().forEach(catalog -> languages.addAll(catalog.patterns().keySet()));
        return languages;
    }
}
