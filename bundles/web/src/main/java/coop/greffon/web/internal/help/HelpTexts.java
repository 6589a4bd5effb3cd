package coop.greffon.web.internal.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The help texts that bundles carry, {@code GREFFON-INF/help/<page>_<language>.md}. */
@Component(service = HelpTexts.class)
public final class HelpTexts {
    private static final String FOLDER = "GREFFON-INF/help";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String FRENCH = "fr";

    /**
     * A help text.
     *
     * @param title its first heading
     * @param html what follows it, made from Markdown
     */
    record HelpText(String title, String html) {}

    /** Where a help text stands. */
    record Place(String module, String page) {}

    private final BundleContext context;
    private final Parser parser;
    private final HtmlRenderer renderer;

    @Activate
    public HelpTexts(BundleContext context) {
        var tables = List.of(TablesExtension.create());
        this.context = context;
        this.parser = Parser.builder().extensions(tables).build();
        this.renderer = HtmlRenderer.builder().extensions(tables).build();
    }

    /** The text of a page in a language, in French where the language lacks it. */
    Optional<HelpText> find(Place place, Locale language) {
        if (!NAME.matcher(place.page()).matches()) {
            return Optional.empty();
        }
        return bundle(place.module()).flatMap(bundle -> {
            URL own = bundle.getEntry(FOLDER + "/" + place.page() + "_" + language.getLanguage() + ".md");
            URL file = own == null ? bundle.getEntry(FOLDER + "/" + place.page() + "_" + FRENCH + ".md") : own;
            return Optional.ofNullable(file).map(this::read);
        });
    }

    /** Every text there is, by module and page. */
    List<Place> all() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> moduleOf(bundle) != null)
                .flatMap(bundle -> pages(bundle).stream().map(page -> new Place(moduleOf(bundle), page)))
                .toList();
    }

    private static TreeSet<String> pages(Bundle bundle) {
        var pages = new TreeSet<String>();
        Enumeration<URL> files = bundle.findEntries(FOLDER, "*_" + FRENCH + ".md", false);
        for (URL file : files == null ? List.<URL>of() : Collections.list(files)) {
            String path = file.getPath();
            pages.add(path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('_')));
        }
        return pages;
    }

    private Optional<Bundle> bundle(String module) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> module.equals(moduleOf(bundle)))
                .findFirst();
    }

    private static String moduleOf(Bundle bundle) {
        return bundle.getHeaders("").get("Greffon-Module");
    }

    private HelpText read(URL file) {
        try (InputStream in = file.openStream()) {
            String markdown = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = markdown.indexOf('\n');
            String title = markdown.substring(0, end).replaceFirst("^#\\s*", "");
            return new HelpText(title, renderer.render(parser.parse(markdown.substring(end))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
