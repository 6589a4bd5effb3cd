package coop.greffon.web.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.greffon.core.module.ModuleState;
import coop.greffon.core.module.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts together what each module says of its addresses for programs in {@code GREFFON-INF/openapi.json}. */
@Component(service = Descriptions.class)
public final class Descriptions {
    private static final String FILE = "GREFFON-INF/openapi.json";
    private static final String HEADER = "Greffon-Module";
    private static final String COMMON = "/coop/greffon/web/internal/rest/openapi.json";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final BundleContext context;
    private final Modules modules;

    @Activate
    public Descriptions(BundleContext context, @Reference Modules modules) {
        this.context = context;
        this.modules = modules;
    }

    /** One description of all the modules that are up. */
    String merged() {
        List<JsonNode> descriptions = new ArrayList<>();
        Arrays.stream(context.getBundles()).filter(this::isUp).forEach(bundle -> {
            URL file = bundle.getEntry(FILE);
            if (file != null) {
                descriptions.add(read(file));
            }
        });
        return merge(read(Descriptions.class.getResource(COMMON)), descriptions).toString();
    }

    /**
     * Adds paths and schemas to what is common to all; the names of either begin with a module's, so none is there twice.
     *
     * @param common the information, the security and the shared answers
     */
    static JsonNode merge(JsonNode common, List<JsonNode> descriptions) {
        ObjectNode merged = common.deepCopy();
        ObjectNode paths = merged.withObject("/paths");
        ObjectNode schemas = merged.withObject("/components/schemas");
        for (JsonNode description : descriptions) {
            description.path("paths").fields().forEachRemaining(path -> paths.set(path.getKey(), path.getValue()));
            description
                    .path("components")
                    .path("schemas")
                    .fields()
                    .forEachRemaining(schema -> schemas.set(schema.getKey(), schema.getValue()));
        }
        return merged;
    }

    private boolean isUp(Bundle bundle) {
        String module = bundle.getHeaders("").get(HEADER);
        return module != null
                && modules.find(module)
                        .filter(found -> found.state() == ModuleState.RUNNING)
                        .isPresent();
    }

    private static JsonNode read(URL file) {
        try (InputStream in = file.openStream()) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
