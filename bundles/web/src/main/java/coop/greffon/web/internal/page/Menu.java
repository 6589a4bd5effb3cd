package coop.greffon.web.internal.page;

import coop.greffon.core.identity.Account;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleInfo.MenuEntry;
import coop.greffon.core.module.ModuleInfo.Section;
import coop.greffon.core.module.ModuleState;
import coop.greffon.web.Visit;
import coop.greffon.web.internal.page.Shell.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The navigation of one visit, made of the modules there are at that moment. */
public final class Menu {
    private final Visit visit;
    private final List<Module> modules;

    Menu(Visit visit, List<Module> installed) {
        this.visit = visit;
        this.modules =
                installed.stream().filter(module -> module.info() != null).toList();
    }

    private record Visible(Module module, List<MenuEntry> entries) {
        int order() {
            return entries.get(0).order();
        }
    }

    /** What each person does of a day under its own name, one entry per module for the office, and one for all that administers. */
    List<Entry> modules() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                visit.t("web.menu.today"), "/", visit.path().equals("/") ? "page" : null, false, Section.DAY));
        ofTheDay().forEach(entries::add);
        visible().stream().map(visible -> entry(visible)).forEach(entries::add);
        if (!administration().isEmpty()) {
            String current = isAdministration() ? "true" : null;
            entries.add(new Entry(visit.t("web.menu.admin"), "/admin", current, false, Section.ADMIN));
        }
        return entries;
    }

    /** An account that stands for nobody has no day of its own, whatever it may do. */
    private List<Entry> ofTheDay() {
        if (visit.account().map(Account::subject).isEmpty()) {
            return List.of();
        }
        return modules.stream()
                .flatMap(module -> module.info().menu().stream()
                        .filter(entry -> entry.section() == Section.DAY && visit.may(entry.permission()))
                        .map(entry -> day(module, entry)))
                .toList();
    }

    private Entry day(Module module, MenuEntry entry) {
        boolean down = isDown(module);
        String path = down ? "/admin/modules#" + module.id() : entry.path();
        return new Entry(visit.t(entry.key()), path, isWithin(entry) ? "true" : null, down, Section.DAY);
    }

    private boolean isWithin(MenuEntry entry) {
        return visit.path().equals(entry.path()) || visit.path().startsWith(entry.path() + "/");
    }

    private boolean isOfTheDay() {
        return modules.stream()
                .flatMap(module -> module.info().menu().stream())
                .anyMatch(entry -> entry.section() == Section.DAY && isWithin(entry));
    }

    /** The pages of the module the visitor is in. */
    List<Entry> pages() {
        if (isAdministration()) {
            return administration().stream().map(entry -> page(entry, false)).toList();
        }
        if (isOfTheDay()) {
            return List.of();
        }
        return visible().stream()
                .filter(visible -> owns(visible.module(), visit.path()))
                .filter(visible -> visible.entries().size() > 1)
                .flatMap(visible -> visible.entries().stream().map(entry -> page(entry, isDown(visible.module()))))
                .toList();
    }

    /** The administration's pages. */
    public List<MenuEntry> administration() {
        return modules.stream()
                .flatMap(module -> module.info().menu().stream())
                .filter(entry -> entry.section() == Section.ADMIN && visit.may(entry.permission()))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }

    private List<Visible> visible() {
        return modules.stream()
                .map(module -> new Visible(module, entries(module)))
                .filter(visible -> !visible.entries().isEmpty())
                .sorted(Comparator.comparingInt(Visible::order))
                .toList();
    }

    private List<MenuEntry> entries(Module module) {
        return module.info().menu().stream()
                .filter(entry -> entry.section() == Section.OFFICE && visit.may(entry.permission()))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
    }

    private Entry entry(Visible visible) {
        Module module = visible.module();
        boolean down = isDown(module);
        String path = down
                ? "/admin/modules#" + module.id()
                : visible.entries().get(0).path();
        String label = visit.t(module.id() + ".module.name");
        boolean current = owns(module, visit.path()) && !isOfTheDay();
        return new Entry(label, path, current ? "true" : null, down, Section.OFFICE);
    }

    private Entry page(MenuEntry entry, boolean down) {
        String current = visit.path().equals(entry.path()) ? "page" : null;
        return new Entry(visit.t(entry.key()), entry.path(), current, down, entry.section());
    }

    private boolean isAdministration() {
        return visit.path().equals("/admin") || visit.path().startsWith("/admin/");
    }

    private static boolean isDown(Module module) {
        return module.state() == ModuleState.BROKEN;
    }

    private static boolean owns(Module module, String path) {
        return path.equals("/" + module.id()) || path.startsWith("/" + module.id() + "/");
    }
}
