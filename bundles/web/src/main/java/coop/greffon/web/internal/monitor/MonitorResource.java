package coop.greffon.web.internal.monitor;

import coop.greffon.core.module.Module;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import coop.greffon.web.Open;
import coop.greffon.web.WebResource;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** For whoever watches over the instance: is it well ({@code /healthz}), and how busy ({@code /metrics}, as Prometheus reads it). */
@Component(service = WebResource.class)
@Path("/")
@Open
@Produces("text/plain; charset=utf-8")
public final class MonitorResource implements WebResource {
    private static final int SECONDS_TO_ANSWER = 2;

    private final Modules modules;
    private final RequestCounts counts;
    private final DataSource database;

    @Activate
    public MonitorResource(
            @Reference Modules modules,
            @Reference RequestCounts counts,
            @Reference(target = "(osgi.jndi.service.name=greffon)") DataSource database) {
        this.modules = modules;
        this.counts = counts;
        this.database = database;
    }

    @GET
    @Path("healthz")
    public Response health() {
        List<String> broken = modules.installed().stream()
                .filter(module -> module.state() == ModuleState.BROKEN)
                .map(Module::id)
                .toList();
        if (!isDatabaseUp()) {
            return Response.status(503).entity("database down\n").build();
        }
        return broken.isEmpty()
                ? Response.ok("ok\n").build()
                : Response.status(503)
                        .entity("modules down: " + String.join(", ", broken) + "\n")
                        .build();
    }

    private boolean isDatabaseUp() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException unreachable) {
            return false;
        }
    }

    @GET
    @Path("metrics")
    public String metrics() {
        var text = new StringBuilder();
        head(text, "greffon_answers_total", "counter", "Answers by module and kind of status");
        counts.answers()
                .forEach((key, sum) -> text.append("greffon_answers_total{module=\"%s\",status=\"%s\"} %d\n"
                        .formatted(key.module(), key.status(), sum)));
        head(text, "greffon_answer_seconds_total", "counter", "Time spent answering, by module");
        counts.seconds()
                .forEach((module, sum) -> text.append(
                        String.format(Locale.ROOT, "greffon_answer_seconds_total{module=\"%s\"} %.6f%n", module, sum)));
        head(text, "greffon_module_up", "gauge", "1 while a module is running");
        modules.installed()
                .forEach(module -> text.append("greffon_module_up{module=\"%s\",version=\"%s\"} %d\n"
                        .formatted(module.id(), module.version(), module.state() == ModuleState.RUNNING ? 1 : 0)));
        var memory = ManagementFactory.getMemoryMXBean();
        head(text, "greffon_heap_bytes", "gauge", "Heap in use");
        text.append(
                "greffon_heap_bytes %d\n".formatted(memory.getHeapMemoryUsage().getUsed()));
        head(
                text,
                "greffon_other_memory_bytes",
                "gauge",
                "Metaspace, code and other memory of the virtual machine in use");
        text.append("greffon_other_memory_bytes %d\n"
                .formatted(memory.getNonHeapMemoryUsage().getUsed()));
        head(text, "greffon_threads", "gauge", "Threads alive");
        text.append("greffon_threads %d\n"
                .formatted(ManagementFactory.getThreadMXBean().getThreadCount()));
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    }
}
