package dev.ferry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.groups.Default;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast check knows every kind of constraint, or knows that it does not. */
@NullMarked
class CertainlyValidTest {
    private static final String XML =
            "<validation-config xmlns='https://jakarta.ee/xml/ns/validation/configuration' version='3.0'/>";

    private final Agreement agreement = new Agreement();

    @AfterEach
    void close() {
        agreement.close();
    }

    @ParameterizedTest
    @MethodSource("dev.ferry.validate.TestDtos#known")
    void a_dto_is_certainly_valid_if_hibernate_validator_finds_it_valid(Record valid) {
        assertThat(agreement.supports(valid.getClass())).isTrue();
        assertThat(agreement.onEvery(List.of(valid))).containsExactly("invalid", "valid");
    }

    @ParameterizedTest
    @MethodSource("dev.ferry.validate.TestDtos#unknown")
    void of_what_only_hibernate_validator_knows_nothing_is_certain(Record valid) {
        assertThat(agreement.supports(valid.getClass())).isFalse();
        assertThat(agreement.isCertain(valid)).isFalse();
    }

    @Test
    void nothing_is_certain_where_a_validator_has_something_to_say() {
        assertThat(agreement.isValid(new TestDtos.Chatty("a"), Default.class)).isTrue();
        assertThat(agreement.isCertain(new TestDtos.Chatty("a"))).isFalse();
        assertThat(agreement.isCertain(new TestDtos.Chatty(""))).isFalse();
    }

    @Test
    void nothing_is_certain_where_a_file_or_a_service_configures_validation(@TempDir Path folder) throws IOException {
        TestDtos.Part part = new TestDtos.Part("a", 1);
        assertThat(agreement.isCertain(part)).isTrue();
        for (String name : List.of("validation.xml", "services/jakarta.validation.valueextraction.ValueExtractor")) {
            Path root = folder.resolve(String.valueOf(name.length()));
            Path file = root.resolve("META-INF").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name.endsWith("xml") ? XML : TestDtos.Extractor.class.getName());
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {root.toUri().toURL()}, before)) {
                Thread.currentThread().setContextClassLoader(loader);
                try (Agreement configured = new Agreement()) {
                    assertThat(configured.isValid(part, Default.class)).isTrue();
                    assertThat(configured.isCertain(part)).as(name).isFalse();
                }
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }
}
