package coop.greffon.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void pathsAndSchemasOfEveryModuleAreJoined() throws IOException {
        JsonNode common =
                JSON.readTree("{\"openapi\":\"3.0.1\",\"paths\":{},\"components\":{\"schemas\":{\"Problem\":{}},"
                        + "\"securitySchemes\":{\"token\":{}}}}");
        JsonNode members = JSON.readTree("{\"info\":{\"title\":\"members\"},\"paths\":{\"/api/members/v1/members\":"
                + "{\"get\":{}}},\"components\":{\"schemas\":{\"members.Card\":{}}}}");
        JsonNode plain = JSON.readTree("{\"paths\":{\"/api/core/v1/keys\":{\"get\":{}}}}");

        JsonNode merged = Descriptions.merge(common, List.of(members, plain));

        assertThat(merged.path("paths").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("/api/members/v1/members", "/api/core/v1/keys");
        assertThat(merged.path("components").path("schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Problem", "members.Card");
        assertThat(merged.path("components").has("securitySchemes")).isTrue();
        assertThat(merged.has("info")).isFalse();
        assertThat(common.path("paths").isEmpty()).isTrue();
    }
}
