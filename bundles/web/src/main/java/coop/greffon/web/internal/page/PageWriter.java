package coop.greffon.web.internal.page;

import coop.greffon.core.extension.Extensions;
import coop.greffon.core.message.Messages;
import coop.greffon.core.setting.HostSettings;
import coop.greffon.core.setting.Settings;
import coop.greffon.web.Page;
import coop.greffon.web.SearchSource;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.asset.Assets;
import coop.greffon.web.internal.view.StaticTemplates;
import coop.greffon.web.internal.view.Templates;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a page into the shell. */
@Component(service = PageWriter.class)
public final class PageWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PageWriter.class);
    private static final String PRODUCT = "Greffon";
    private static final Pattern DONE = Pattern.compile("[a-z][a-z0-9]*\\.done\\.[a-z0-9-]+");

    private final Templates templates = new StaticTemplates();
    private final Navigation navigation;
    private final Assets assets;
    private final Settings settings;
    private final Messages messages;
    private final Extensions<SearchSource> sources;

    @Activate
    public PageWriter(
            BundleContext context,
            @Reference Navigation navigation,
            @Reference Assets assets,
            @Reference Settings settings,
            @Reference Messages messages) {
        this(navigation, assets, settings, messages, Extensions.of(context, SearchSource.class));
    }

    PageWriter(
            Navigation navigation,
            Assets assets,
            Settings settings,
            Messages messages,
            Extensions<SearchSource> sources) {
        this.navigation = navigation;
        this.assets = assets;
        this.settings = settings;
        this.messages = messages;
        this.sources = sources;
    }

    @Deactivate
    void stop() {
        sources.close();
    }

    /** The page as bytes in UTF-8, so that nothing is sent where a template fails half-way. */
    public byte[] html(Page page, Visit visit) {
        var output = new PageOutput();
        templates.shell(page, visit, shell(page, visit)).render(output);
        return output.bytes();
    }

    private Shell shell(Page page, Visit visit) {
        String brand = brand(visit);
        boolean isAlone = page.layout() == Page.Layout.ALONE || visit.account().isEmpty();
        Menu menu = isAlone ? null : navigation.of(visit);
        List<Shell.Entry> entries = isAlone ? List.of() : menu.modules();
        String module = entries.stream()
                .filter(entry -> "true".equals(entry.current()))
                .map(Shell.Entry::label)
                .findFirst()
                .orElse(null);
        String title = Stream.of(visit.t(page.title()), module, brand)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" — "));
        return new Shell(
                brand,
                title,
                entries,
                isAlone ? List.of() : menu.pages(),
                module == null ? "" : module,
                done(visit),
                isAlone ? others(visit) : List.of(),
                !isAlone && canSearch(visit),
                assets.version());
    }

    private boolean canSearch(Visit visit) {
        try {
            return sources.stream().anyMatch(source -> visit.may(source.permission()));
        } catch (RuntimeException | LinkageError gone) {
            // A LinkageError is what code meets whose bundle is gone. The search page says which part is missing.
            LOG.debug("A source of the search does not answer", gone);
            return true;
        }
    }

    /** A page that says the database is down needs a head as well. */
    private String brand(Visit visit) {
        try {
            return settings.on(HostSettings.class, visit.today()).coopName();
        } catch (RuntimeException unreadable) {
            LOG.debug("The co-op's name cannot be read", unreadable);
            return PRODUCT;
        }
    }

    private List<Locale> others(Visit visit) {
        return messages.languages().stream()
                .filter(language -> !language.equals(visit.language()))
                .toList();
    }

    /** A write leads to a page whose address names, as a message key, what was done; other sentences nobody may put there. */
    private static String done(Visit visit) {
        String key = visit.query().get(Visit.DONE);
        return key != null && DONE.matcher(key).matches() && visit.has(key) ? visit.t(key) : null;
    }
}
