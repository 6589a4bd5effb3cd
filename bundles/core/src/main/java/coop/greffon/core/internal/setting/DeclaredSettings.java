package coop.greffon.core.internal.setting;

import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which settings the installed modules declare. */
@Component(service = DeclaredSettings.class)
public final class DeclaredSettings {
    private static final Logger LOG = LoggerFactory.getLogger(DeclaredSettings.class);
    private static final String HEADER = "Greffon-Module";

    private final Map<String, List<Declaration>> byModule = new ConcurrentHashMap<>();
    private final BundleTracker<String> tracker;

    @Activate
    public DeclaredSettings(BundleContext context) {
        int loadable = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING;
        this.tracker = new BundleTracker<>(context, loadable, null) {
            @Override
            public String addingBundle(Bundle bundle, BundleEvent event) {
                String module = bundle.getHeaders("").get(HEADER);
                if (module != null) {
                    byModule.put(module, declarations(bundle));
                }
                return module;
            }

            @Override
            public void removedBundle(Bundle bundle, BundleEvent event, String module) {
                byModule.remove(module);
            }
        };
        tracker.open();
    }

    /** A list that does not change, for tests. */
    DeclaredSettings(Class<?>... types) {
        this.tracker = null;
        for (Class<?> type : types) {
            Declaration declaration = Declaration.of(type);
            byModule.computeIfAbsent(declaration.module(), ignored -> new ArrayList<>())
                    .add(declaration);
        }
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    private static List<Declaration> declarations(Bundle bundle) {
        Enumeration<URL> files = bundle.findEntries(MetatypeFile.FOLDER, "*" + MetatypeFile.SUFFIX, false);
        List<Declaration> declarations = new ArrayList<>();
        for (URL file : files == null ? List.<URL>of() : Collections.list(files)) {
            String path = file.getPath();
            String name = path.substring(path.lastIndexOf('/') + 1, path.length() - MetatypeFile.SUFFIX.length());
            try {
                declarations.add(Declaration.of(bundle.loadClass(name)));
            } catch (ClassNotFoundException | LinkageError | IllegalArgumentException wrong) {
                LOG.error("Bundle {} declares settings in a way that nobody can read", bundle, wrong);
            }
        }
        return declarations;
    }

    /** Each module's settings by key, in the order of their declaration; a module without any is absent. */
    Map<String, Map<String, Declaration.Member>> all() {
        Map<String, Map<String, Declaration.Member>> all = new TreeMap<>();
        byModule.forEach((module, declarations) -> {
            Map<String, Declaration.Member> members = new LinkedHashMap<>();
            declarations.forEach(declaration -> members.putAll(declaration.members()));
            if (!members.isEmpty()) {
                all.put(module, members);
            }
        });
        return all;
    }
}
