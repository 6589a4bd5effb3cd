package coop.greffon.members.internal.web;

import coop.greffon.core.extension.Extensions;
import coop.greffon.members.internal.view.StaticTemplates;
import coop.greffon.members.internal.view.Templates;
import coop.greffon.web.Contributions;
import coop.greffon.web.MemberPanel;
import coop.greffon.web.Visit;
import gg.jte.Content;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The sections that neighbours add to a person's page; one that fails says so in its place. */
@Component(service = MemberPanels.class)
public class MemberPanels {
    private final Templates templates = new StaticTemplates();
    private final Extensions<MemberPanel> panels;

    @Activate
    public MemberPanels(BundleContext context) {
        this(Extensions.of(context, MemberPanel.class));
    }

    MemberPanels(Extensions<MemberPanel> panels) {
        this.panels = panels;
    }

    @Deactivate
    void stop() {
        panels.close();
    }

    /** What staff see of a person. */
    List<Content> staff(String subject, Visit visit) {
        return Contributions.of(
                panels,
                panel -> panel.staff(subject, visit),
                module -> templates.panelDown(visit, name(visit, module)));
    }

    /** What people see of themselves. */
    List<Content> self(Visit visit) {
        return Contributions.of(
                panels, panel -> panel.self(visit), module -> templates.panelDown(visit, name(visit, module)));
    }

    private static String name(Visit visit, String module) {
        String key = module + ".module.name";
        return visit.has(key) ? visit.t(key) : module;
    }
}
