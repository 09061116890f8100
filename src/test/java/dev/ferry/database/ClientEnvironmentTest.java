package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientEnvironmentTest {
    private static final DatabaseUrl URL = DatabaseUrl.parse("postgresql://me@db:5433/app");

    @TempDir
    Path home;

    @Test
    void variables_fill_what_the_url_leaves_out() {
        ClientEnvironment environment = new ClientEnvironment(
                Map.of(
                        "PGHOST", "db",
                        "PGPORT", "5433",
                        "PGUSER", "me",
                        "PGDATABASE", "app",
                        "PGPASSWORD", "secret",
                        "PGSSLMODE", "require"),
                home);

        DatabaseUrl url = environment.complete(DatabaseUrl.undefined());

        assertThat(url).hasToString("db:5433, database app, user me");
        assertThat(url.password()).contains("secret");
        assertThat(url.parameters()).containsEntry("sslmode", "require");
    }

    @Test
    void the_url_outranks_the_variables() {
        ClientEnvironment environment = new ClientEnvironment(
                Map.of(
                        "PGHOST", "other",
                        "PGPORT", "1",
                        "PGUSER", "other",
                        "PGDATABASE", "other",
                        "PGPASSWORD", "other",
                        "PGSSLMODE", "disable"),
                home);
        DatabaseUrl given = DatabaseUrl.parse("postgresql://me:secret@db/app?sslmode=require");

        assertThat(environment.complete(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db:5433:app:me:secret|secret",
                "*:*:*:*:secret|secret",
                "db:*:*:you:wrong/*:*:app:me:first/*:*:*:me:second|first",
                "# db:5433:app:me:comment/db:5433:app:me:secret|secret",
                "db:5433:app:me:se\\:cr\\\\et|se:cr\\et",
                "db:5433:app:me:secret:more|secret",
                "db:5433:app:me:é|é",
                "broken/db:5433:app:me:secret|secret",
            })
    void the_first_fitting_line_of_the_password_file_counts(String lines, String password) throws IOException {
        passwordFile(home.resolve(".pgpass"), "rw-------", lines.replace('/', '\n'));

        assertThat(new ClientEnvironment(Map.of(), home).complete(URL).password())
                .contains(password);
    }

    @ParameterizedTest
    @CsvSource({"db:5433:app:you:x", "db:5432:app:me:x", "localhost:5433:app:me:x", "db:5433:\\*:me:x", "db:5433:app:me"
    })
    void a_line_for_another_target_does_not_count(String line) throws IOException {
        passwordFile(home.resolve(".pgpass"), "rw-------", line);

        assertThat(new ClientEnvironment(Map.of(), home).complete(URL).password())
                .isEmpty();
    }

    @Test
    void a_password_file_that_others_may_read_is_ignored() throws IOException {
        passwordFile(home.resolve(".pgpass"), "rw-r-----", "*:*:*:*:secret");

        assertThat(new ClientEnvironment(Map.of(), home).complete(URL).password())
                .isEmpty();
    }

    @Test
    void the_password_file_may_be_elsewhere_and_comes_after_the_variable() throws IOException {
        Path file = home.resolve("mine");
        passwordFile(file, "rw-------", "*:*:*:*:filed");
        Map<String, String> variables = Map.of("PGPASSFILE", file.toString());

        assertThat(new ClientEnvironment(variables, home).complete(URL).password())
                .contains("filed");
        assertThat(new ClientEnvironment(Map.of("PGPASSFILE", file.toString(), "PGPASSWORD", "set"), home)
                        .complete(URL)
                        .password())
                .contains("set");
        assertThat(new ClientEnvironment(Map.of(), home)
                        .complete(DatabaseUrl.parse("postgresql://me@db/app?passfile=" + file))
                        .password())
                .contains("filed");
    }

    private static void passwordFile(Path file, String permissions, String lines) throws IOException {
        Files.writeString(file, lines + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
