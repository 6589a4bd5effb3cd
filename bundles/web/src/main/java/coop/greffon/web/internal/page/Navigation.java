package coop.greffon.web.internal.page;

import coop.greffon.core.identity.Account;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo.MenuEntry;
import coop.greffon.core.module.ModuleInfo.Section;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.page.Shell.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the navigation out of what modules declare and the visitor may do. */
@Component(service = Navigation.class)
public final class Navigation {
    private final Modules modules;

    @Activate
    public Navigation(@Reference Modules modules) {
        this.modules = modules;
    }

    private record Visible(Module module, List<MenuEntry> entries) {
        int order() {
            return entries.get(0).order();
        }
    }

    /** What each person does of a day under its own name, one entry per module for the office, and one for all that administers. */
    List<Entry> modules(Visit visit) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                visit.t("web.menu.today"), "/", visit.path().equals("/") ? "page" : null, false, Section.DAY));
        ofTheDay(visit).forEach(entries::add);
        visible(visit).stream().map(visible -> entry(visit, visible)).forEach(entries::add);
        if (!administration(visit).isEmpty()) {
            String current = isAdministration(visit) ? "true" : null;
            entries.add(new Entry(visit.t("web.menu.admin"), "/admin", current, false, Section.ADMIN));
        }
        return entries;
    }

    /** An account that stands for nobody has no day of its own, whatever it may do. */
    private List<Entry> ofTheDay(Visit visit) {
        if (visit.account().map(Account::subject).isEmpty()) {
            return List.of();
        }
        return modules.installed().stream()
                .filter(module -> module.info() != null)
                .flatMap(module -> module.info().menu().stream()
                        .filter(entry -> entry.section() == Section.DAY && visit.may(entry.permission()))
                        .map(entry -> day(visit, module, entry)))
                .toList();
    }

    private static Entry day(Visit visit, Module module, MenuEntry entry) {
        boolean down = isDown(module);
        String path = down ? "/admin/modules#" + module.id() : entry.path();
        return new Entry(visit.t(entry.key()), path, isWithin(entry, visit) ? "true" : null, down, Section.DAY);
    }

    private static boolean isWithin(MenuEntry entry, Visit visit) {
        return visit.path().equals(entry.path()) || visit.path().startsWith(entry.path() + "/");
    }

    private boolean isOfTheDay(Visit visit) {
        return modules.installed().stream()
                .filter(module -> module.info() != null)
                .flatMap(module -> module.info().menu().stream())
                .anyMatch(entry -> entry.section() == Section.DAY && isWithin(entry, visit));
    }

    /** The pages of the module the visitor is in. */
    List<Entry> pages(Visit visit) {
        if (isAdministration(visit)) {
            return administration(visit).stream()
                    .map(entry -> page(visit, entry, false))
                    .toList();
        }
        if (isOfTheDay(visit)) {
            return List.of();
        }
        return visible(visit).stream()
                .filter(visible -> owns(visible.module(), visit.path()))
                .filter(visible -> visible.entries().size() > 1)
                .flatMap(visible ->
                        visible.entries().stream().map(entry -> page(visit, entry, isDown(visible.module()))))
                .toList();
    }

    /** The administration's pages. */
    public List<MenuEntry> administration(Visit visit) {
        return modules.installed().stream()
                .filter(module -> module.info() != null)
                .flatMap(module -> module.info().menu().stream())
                .filter(entry -> entry.section() == Section.ADMIN && visit.may(entry.permission()))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }

    private List<Visible> visible(Visit visit) {
        return modules.installed().stream()
                .filter(module -> module.info() != null)
                .map(module -> new Visible(module, entries(visit, module)))
                .filter(visible -> !visible.entries().isEmpty())
                .sorted(Comparator.comparingInt(Visible::order))
                .toList();
    }

    private static List<MenuEntry> entries(Visit visit, Module module) {
        return module.info().menu().stream()
                .filter(entry -> entry.section() == Section.OFFICE && visit.may(entry.permission()))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }

    private Entry entry(Visit visit, Visible visible) {
        Module module = visible.module();
        boolean down = isDown(module);
        String path = down
                ? "/admin/modules#" + module.id()
                : visible.entries().get(0).path();
        String label = visit.t(module.id() + ".module.name");
        boolean current = owns(module, visit.path()) && !isOfTheDay(visit);
        return new Entry(label, path, current ? "true" : null, down, Section.OFFICE);
    }

    private static Entry page(Visit visit, MenuEntry entry, boolean down) {
        String current = visit.path().equals(entry.path()) ? "page" : null;
        return new Entry(visit.t(entry.key()), entry.path(), current, down, entry.section());
    }

    private static boolean isAdministration(Visit visit) {
        return visit.path().equals("/admin") || visit.path().startsWith("/admin/");
    }

    private static boolean isDown(Module module) {
        return module.state() == ModuleState.BROKEN;
    }

    private static boolean owns(Module module, String path) {
        return path.equals("/" + module.id()) || path.startsWith("/" + module.id() + "/");
    }
}
