package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonSchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static List<String> documents() {
        return List.copyOf(Goldens.documents().keySet());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_document_keeps_its_schema(String name) {
        String document = written(Goldens.documents(), name);
        assertThat(errors(commandOf(name), document)).isEmpty();
        assertThat(document).endsWith("}\n").containsOnlyOnce("\n");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_with_a_member_more_or_less_breaks_its_schema(String name) {
        Command command = commandOf(name);
        String document = written(Goldens.documents(), name);
        assertThat(errors(command, document.replaceFirst("\\{", "{\"more\":1,")))
                .isNotEmpty();
        JsonNode tree = MAPPER.readTree(document);
        for (String member : List.copyOf(tree.propertyNames())) {
            var less = tree.deepCopy().asObject();
            less.remove(member);
            assertThat(errors(command, less.toString()))
                    .as("without %s", member)
                    .isNotEmpty();
        }
    }

    @Test
    void report_files_keep_the_schema_of_their_command() {
        Map<String, Supplier<String>> all = Goldens.all();
        assertThat(errors(Command.MIGRATE, written(all, "report/rejected.json")))
                .isEmpty();
        assertThat(errors(Command.MIGRATE, written(all, "report/hostile.json"))).isEmpty();
        assertThat(errors(Command.MIGRATE, written(all, "report/rehearsed.json")))
                .isEmpty();
        assertThat(errors(Command.MIGRATE, written(all, "report/mismatched.json")))
                .isEmpty();
        assertThat(errors(Command.VALIDATE, written(all, "report/checked.json")))
                .isEmpty();
        assertThat(errors(Command.VERIFY, written(all, "report/verified.json"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void every_schema_is_valid_and_closed(Command command) throws IOException {
        JsonNode schema = MAPPER.readTree(text(command));
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
        assertThat(meta.validate(schema)).isEmpty();
        for (JsonNode object : schema.findParents("properties")) {
            assertThat(object.get("additionalProperties")).as(object.toString()).isNotNull();
            assertThat(object.get("additionalProperties").asBoolean(true)).isFalse();
        }
    }

    @Test
    void what_schemas_have_in_common_is_the_same_in_each() throws IOException {
        Map<String, JsonNode> common = new HashMap<>();
        for (Command command : Command.values()) {
            JsonNode definitions = MAPPER.readTree(text(command)).get("$defs");
            for (String name : List.of("entity", "violation", "warning", "preview", "run", "drift")) {
                JsonNode definition = definitions.get(name);
                if (definition != null) {
                    assertThat(definition).isEqualTo(common.computeIfAbsent(name, key -> definition));
                }
            }
        }
        assertThat(common).hasSize(6);
    }

    private static List<String> errors(Command command, String document) {
        List<String> errors = new ArrayList<>();
        try {
            REGISTRY.getSchema(text(command), InputFormat.JSON)
                    .validate(document, InputFormat.JSON)
                    .forEach(error -> errors.add(error.toString()));
        } catch (IOException e) {
            errors.add(e.toString());
        }
        return errors;
    }

    private static Command commandOf(String name) {
        return Command.valueOf(name.replaceFirst("-.*", "").toUpperCase(Locale.ROOT));
    }

    private static String written(Map<String, Supplier<String>> all, String name) {
        Supplier<String> document = all.get(name);
        assertThat(document).as(name).isNotNull();
        return document.get();
    }

    private static String text(Command command) throws IOException {
        try (InputStream schema = JsonSchemaTest.class.getResourceAsStream(command.schema())) {
            assertThat(schema).as(command.schema()).isNotNull();
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
