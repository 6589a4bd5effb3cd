package coop.greffon.core.internal.module;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import coop.greffon.core.module.ModuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Reads {@code GREFFON-INF/module.json}. */
final class ModuleFile {
    static final String PATH = "GREFFON-INF/module.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .addMixIn(ModuleInfo.class, SchemaIgnored.class)
            .build();

    private ModuleFile() {}

    static ModuleInfo read(URL file) throws IOException {
        try (InputStream in = file.openStream()) {
            return read(in);
        }
    }

    static ModuleInfo read(InputStream in) throws IOException {
        return JSON.readValue(in, ModuleInfo.class);
    }

    @com.fasterxml.jackson.annotation.JsonIgnoreProperties("$schema")
    private interface SchemaIgnored {}
}
