package dev.ferry.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvExampleTest {
    @Test
    void the_file_in_the_project_is_what_the_catalog_gives() throws IOException {
        assertThat(Path.of(".env.example"))
                .as("renew it: ./ferry config example > .env.example")
                .hasContent(EnvExample.text());
        assertThat(Files.readString(Path.of(".env.example"))).isEqualTo(EnvExample.text());
    }

    @Test
    void every_variable_in_it_is_known_and_may_be_set(@TempDir Path folder) throws IOException {
        List<String> assignments = EnvExample.text()
                .lines()
                .filter(line -> line.matches("#\\w+=.*"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(assignments).hasSizeGreaterThan(20);
        Path file = Files.write(folder.resolve(".env"), assignments);
        assertThat(EnvFile.read(file, ".env")).hasSameSizeAs(assignments);
        SettingReader reader = new SettingReader(folder, java.util.Map.of());
        reader.read(List.of());
        assertThat(reader.warnings()).isEmpty();
    }
}
