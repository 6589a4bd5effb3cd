package coop.greffon.core.internal.privacy;

import coop.greffon.core.extension.Extension;
import coop.greffon.core.extension.Extensions;
import coop.greffon.core.file.FileStore;
import coop.greffon.core.identity.Actor;
import coop.greffon.core.message.Messages;
import coop.greffon.core.message.Text;
import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import coop.greffon.core.privacy.Erasure;
import coop.greffon.core.privacy.PersonalArchive;
import coop.greffon.core.privacy.PersonalData;
import coop.greffon.core.privacy.PersonalRenderer;
import coop.greffon.core.privacy.Processing;
import coop.greffon.core.problem.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks whoever is there, and says who could not be asked. */
@Component(service = PersonalArchive.class)
public final class ModulesArchive implements PersonalArchive {
    private static final Logger LOG = LoggerFactory.getLogger(ModulesArchive.class);

    private final JpaTemplate jpa;
    private final Modules modules;
    private final Messages messages;
    private final FileStore files;
    private final Clock clock;
    private final Extensions<PersonalData> holders;
    private final Extensions<PersonalRenderer> renderers;

    @Activate
    public ModulesArchive(
            BundleContext context,
            @Reference(target = "(osgi.unit.name=core)") JpaTemplate jpa,
            @Reference Modules modules,
            @Reference Messages messages,
            @Reference FileStore files,
            @Reference Clock clock) {
        this(
                jpa,
                modules,
                messages,
                files,
                clock,
                Extensions.of(context, PersonalData.class),
                Extensions.of(context, PersonalRenderer.class));
    }

    ModulesArchive(
            JpaTemplate jpa,
            Modules modules,
            Messages messages,
            FileStore files,
            Clock clock,
            Extensions<PersonalData> holders,
            Extensions<PersonalRenderer> renderers) {
        this.jpa = jpa;
        this.modules = modules;
        this.messages = messages;
        this.files = files;
        this.clock = clock;
        this.holders = holders;
        this.renderers = renderers;
    }

    @Deactivate
    void stop() {
        holders.close();
        renderers.close();
    }

    @Override
    public void export(String subject, Locale language, OutputStream out) throws IOException {
        List<String> silent = new ArrayList<>(notUp());
        var zip = new PersonalZip(out, messages, language, clock.getZone(), files);
        for (Extension<PersonalData> holder : holders.all()) {
            try {
                zip.add(holder.module(), holder.service().export(subject));
            } catch (RuntimeException failed) {
                LOG.error("Module {} could not say what it holds of a person", holder.module(), failed);
                silent.add(holder.module());
            }
        }
        for (PersonalRenderer renderer : renderers.stream().toList()) {
            zip.render(renderer);
        }
        zip.finish(clock.instant(), silent);
    }

    @Override
    public Map<String, List<Erasure>> erase(String subject, boolean dryRun, Actor by) {
        List<String> silent = notUp();
        if (!silent.isEmpty()) {
            throw new Refused(Text.of("core.privacy.modules-down", String.join(", ", silent)));
        }
        return jpa.txExpr(TransactionType.Required, em -> {
            Map<String, List<Erasure>> report = new TreeMap<>();
            for (Extension<PersonalData> holder : holders.all()) {
                report.merge(holder.module(), holder.service().erase(subject, dryRun, by), ModulesArchive::join);
            }
            return report;
        });
    }

    @Override
    public Map<String, List<Processing>> register() {
        Map<String, List<Processing>> register = new TreeMap<>();
        for (Extension<PersonalData> holder : holders.all()) {
            register.merge(holder.module(), holder.service().processings(), ModulesArchive::join);
        }
        return register;
    }

    /** Modules that are installed and cannot be asked. */
    private List<String> notUp() {
        return modules.installed().stream()
                .filter(module -> module.state() == ModuleState.BROKEN || module.state() == ModuleState.IN_TRANSITION)
                .map(Module::id)
                .toList();
    }

    private static <T> List<T> join(List<T> left, List<T> right) {
        List<T> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }
}
